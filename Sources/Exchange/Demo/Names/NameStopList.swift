/// Full names that no demo child may bear.
///
/// Kept up by hand: add whoever the pools could name by chance. Test it when a pool grows.
enum NameStopList {
  static func contains(given: String, family: String) -> Bool {
    let name = "\(given) \(family)"
    return publicFigures.contains(name) || digests.contains(Digest.of(name))
  }

  private static let publicFigures: Set<String> = [
    "Amir Khan", "Bernardo Silva", "Bruno Fernandes", "Carlos Santana", "Daniel Radcliffe",
    "Deepa Mehta", "Diego Costa", "Enzo Ferrari", "Fernando Torres", "Francisco Franco",
    "Henry Cooper", "Imran Khan", "James Brown", "Javier Hernández", "Jimmy Anderson", "Joe Hart",
    "Joe Kelly", "Jorge Ramos", "Juan Castillo", "Kemar Roach", "Krishna Menon", "Kwame Nkrumah",
    "Lewis Hamilton", "Marlon Samuels", "Mohamed Farah", "Naomi Campbell", "Ned Kelly",
    "Nelson Santana", "Pablo Escobar", "Patrick Roach", "Sekou Touré", "Serena Wallace",
    "Taylor Swift", "Tommy Cooper", "Tommy Robinson", "William Blake",
  ]

  /// Names in the news for harm to a child, as digests (``Digest/of(_:)`` of "Given Family"), so
  /// that they stand nowhere in the program.
  private static let digests: Set<UInt64> = [
    0x0F1B_27CD_928D_B1AE, 0x10A0_33CE_9709_DA18, 0x10CB_20C4_1989_DC9B, 0x11B6_F94C_0E51_5C87,
    0x1A5A_E7F3_D059_1B83, 0x1DA6_D389_E97C_B03C, 0x1F9B_089F_670C_1D9D, 0x2084_C88C_14D8_4096,
    0x22E5_BA3F_DC35_6B6A, 0x23DC_B273_9F68_8AE7, 0x27CE_E6DA_A10C_DA83, 0x2894_A239_20FB_1738,
    0x2B0A_0D8D_2770_3BFF, 0x3784_2710_74C5_EAB3, 0x4C48_528D_05AC_2DC2, 0x5100_E9D5_0209_A5EC,
    0x5547_8E82_24A1_5F9F, 0x5AEA_0EAF_6E4F_498A, 0x6582_997C_AC17_8448, 0x6F40_82F5_1B81_4058,
    0x8546_7A36_7A4D_2C52, 0x861B_FA08_7AEE_A673, 0x8775_0562_0C7D_4F1B, 0x8AE9_1F8F_5812_12B7,
    0x9063_34B4_D02A_5BCB, 0xA667_8E80_D013_11FD, 0xA8B9_97A3_59D4_6D15, 0xAD2A_176E_AB40_B816,
    0xB0F3_DAA1_4973_498B, 0xB5C8_8C10_BF11_E062, 0xCB53_EE1C_5866_F30A, 0xD5C4_02C4_D9AE_C679,
    0xD833_1DB8_72D2_0CBB, 0xDDCB_53F7_C32A_23D7, 0xDE5F_B1BD_0127_DC58, 0xE2D9_239E_B9B2_78AB,
    0xE46A_F046_5ADE_11BD, 0xE989_1B31_0FD1_6CB5, 0xF70A_734C_81F9_C890,
  ]
}

/// FNV-1a, 64 bits: a digest that is the same everywhere and good for no secret.
enum Digest {
  static func of(_ text: String) -> UInt64 {
    var digest = start
    for byte in text.utf8 { add(byte, to: &digest) }
    return digest
  }

  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func add(_ byte: UInt8, to digest: inout UInt64) {
    digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

/// Base letters of the Latin script's marked letters, in the order of Unicode.
///
/// Taken from the decompositions of Unicode 15; letters without one (ø, đ, ł, æ) are spelt as people
/// spell them on an ASCII keyboard, and `?` stands where nobody would know.
enum LatinLetters {
  /// U+00C0 to U+024F.
  static let extendedAB: [String] = words(
    """
    A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y Th ss a a a a a a ae c e e e e
    i i i i d n o o o o o / o u u u u y th y A a A a A a C c C c C c C c D d D d E e E e E e E
    e E e G g G g G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l N n N
    n N n 'n N n O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u
    U u W w Y y Y Z z Z z Z z s b B ? ? b b O C c D D D d ? E E E F f G G ? I I K k l ? M N n O
    O o OI oi P p ? S s S ? t T t T U u U V Y y Z z Z Z z ? ? ? ? ? ? ? ? ? ? DZ Dz dz LJ Lj lj
    NJ Nj nj A a I i O o U u U u U u U u U u e A a A a ? ? ? ? G g K k O o O o ? ? j DZ Dz dz G
    g ? ? N n A a ? ? ? ? A a A a E e E e I i I i O o O o R r R r U u U u S s T t ? ? H h N ? ?
    ? ? ? A a E e O o O o O o O o Y y ? ? ? j ? ? A C c L T ? ? ? ? B U V E e J j ? ? R r Y y
    """)

  /// U+1E00 to U+1EFF: Vietnamese, Welsh ẁ and others.
  static let additional: [String] = words(
    """
    A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f G g H h H h H h H h H h I i
    I i K k K k K k L l L l L l L l M m M m M m N n N n N n N n O o O o O o O o P p P p R r R r
    R r R r S s S s S s S s S s T t T t T t T t U u U u U u U u U u V v V v W w W w W w W w W w
    X x X x Y y Z z Z z Z z h t w y a s ? ? SS ? A a A a A a A a A a A a A a A a A a A a A a A
    a E e E e E e E e E e E e E e E e I i I i O o O o O o O o O o O o O o O o O o O o O o O o U
    u U u U u U u U u U u U u Y y Y y Y y Y y ? ? ? ? ? ?
    """)

  /// The base letters of a scalar in either range; nil outside them.
  static func base(of scalar: UInt32) -> String? {
    switch scalar {
    case 0xC0...0x24F: extendedAB[Int(scalar - 0xC0)]
    case 0x1E00...0x1EFF: additional[Int(scalar - 0x1E00)]
    default: nil
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}

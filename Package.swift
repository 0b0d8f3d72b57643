// swift-tools-version: 6.1
import PackageDescription

/// What every Swift target is compiled with.
let settings: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "waymark",
  products: [
    .library(name: "SENDDomain", targets: ["SENDDomain"]),
    .executable(name: "waymark", targets: ["waymark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // The rooms and their arrows: see README.md, "How the parts fit".
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "TerminalKit", dependencies: ["CNcurses"], swiftSettings: settings),
    .target(name: "SENDDomain", swiftSettings: settings),
    .target(
      name: "Storage",
      dependencies: [
        "SENDDomain",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "_CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Exchange",
      dependencies: ["SENDDomain", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(name: "Screens", dependencies: ["SENDDomain", "TerminalKit"], swiftSettings: settings),
    .executableTarget(
      name: "waymark",
      dependencies: [
        "SENDDomain", "Storage", "Exchange", "Screens", "TerminalKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Sources/App",
      swiftSettings: settings),
    .executableTarget(
      name: "Bench", dependencies: ["Storage", "SENDDomain", "TestSupport"], path: "Tests/Bench",
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["SENDDomain"], path: "Tests/TestSupport",
      swiftSettings: settings),
    // Writes until it is killed: what the storage tests kill.
    .executableTarget(
      name: "StoreWriter", dependencies: ["Storage", "SENDDomain", "TestSupport"],
      path: "Tests/StoreWriter", swiftSettings: settings),
    .testTarget(
      name: "SENDDomainTests", dependencies: ["SENDDomain"], swiftSettings: settings),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["TerminalKit", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "SENDDomain", "StoreWriter", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "SENDDomain", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "SENDDomain", "TerminalKit", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "AppTests",
      dependencies: [
        "waymark", "Storage", "Exchange", "Screens", "SENDDomain", "TerminalKit", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ]
)

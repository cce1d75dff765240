/// The program's version, as `--version` and exports say it.
public let sidelineVersion = "0.1.0"

import Foundation

/// Progress and messages go to standard error; standard output holds the answer and nothing else.
func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

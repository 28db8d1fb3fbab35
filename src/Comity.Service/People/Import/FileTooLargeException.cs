namespace Comity.Service.People.Import;

/// <summary>More bytes came than a file of people may have.</summary>
public sealed class FileTooLargeException(string message) : IOException(message);

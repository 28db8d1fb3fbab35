namespace Comity.Service.Record;

/// <summary>Bytes or text that are not in the record's format, with the reason in plain words.</summary>
public sealed class RecordFormatException : Exception
{
    public RecordFormatException(string message)
        : base(message) { }

    public RecordFormatException(string message, Exception inner)
        : base(message, inner) { }
}

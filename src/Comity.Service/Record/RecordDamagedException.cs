namespace Comity.Service.Record;

/// <summary>What is stored does not agree with its own checkpoint: the record must be looked at before anybody relies on it.</summary>
public sealed class RecordDamagedException(string message) : Exception(message);

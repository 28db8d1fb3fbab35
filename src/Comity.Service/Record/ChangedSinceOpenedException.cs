namespace Comity.Service.Record;

/// <summary>Somebody else changed it between opening and saving. Nothing was written; the page shows both and loses nothing.</summary>
public sealed class ChangedSinceOpenedException : Exception
{
    public ChangedSinceOpenedException() { }

    public ChangedSinceOpenedException(string message)
        : base(message) { }

    public ChangedSinceOpenedException(string message, Exception inner)
        : base(message, inner) { }
}

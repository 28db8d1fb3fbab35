namespace Comity.Service.Matters;

/// <summary>The parts of a matter that are granted one by one.</summary>
public static class Parts
{
    /// <summary>That the matter exists, with its reference, kind, state and dates.</summary>
    public const string Matter = "matter";

    /// <summary>Question, replies and attachments.</summary>
    public const string Content = "content";

    /// <summary>Who the constituent is and how to reach them.</summary>
    public const string Constituent = "constituent";

    /// <summary>Notes among officers.</summary>
    public const string Notes = "notes";
}

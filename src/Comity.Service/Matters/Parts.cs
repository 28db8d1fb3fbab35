using Comity.Service.Content;

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

    /// <summary>Who has opened what of the matter, and nothing of the matter itself.</summary>
    public const string Reads = "reads";

    /// <summary>Who is behind a place in a sealed matter; never granted, read by the service to name people to those who may see the matter.</summary>
    public const string Identity = "identity";

    /// <summary>A part as a page names it.</summary>
    public static string InWords(string part) =>
        part switch
        {
            Matter => "that it exists",
            Content => "what is said",
            Constituent => "the resident’s details",
            Notes => "notes for officers",
            Reads => "who has read it",
            _ => part,
        };

    /// <summary>How content of a part is kept: a resident's details are sealed in every matter, everything is in a sealed one.</summary>
    public static ContentClass ClassOf(Matter? matter, string? part) =>
        part is Constituent or Identity ? ContentClass.Sealed : matter?.Class ?? ContentClass.Indexed;
}

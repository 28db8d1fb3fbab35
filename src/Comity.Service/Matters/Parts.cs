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

    /// <summary>Who raised a concern: apart from what was said, so that one can be shown without the other.</summary>
    public const string Raiser = "raiser";

    /// <summary>What passes between whoever raised a concern and whoever hears it.</summary>
    public const string Dialogue = "dialogue";

    /// <summary>What the person whom a concern is about is told of it.</summary>
    public const string Told = "told";

    /// <summary>What that person answers.</summary>
    public const string Answer = "answer";

    /// <summary>What came of a concern, with the reasons.</summary>
    public const string Outcome = "outcome";

    /// <summary>That somebody went on with a concern where the protocol says "should not", and why.</summary>
    public const string Oversight = "oversight";

    /// <summary>What was done afterwards to whoever raised a concern. Not for whoever hears it, and not for whoever oversees how it is heard.</summary>
    public const string LaterActs = "later-acts";

    /// <summary>What both sides of a concern and their mediator read.</summary>
    public const string Mediation = "mediation";

    /// <summary>All of a concern, for whoever hears it.</summary>
    public static IReadOnlyList<string> OfHearing { get; } = [Matter, Content, Raiser, Dialogue, Told, Answer, Mediation, Notes, Outcome];

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
            Raiser => "who raised it",
            Dialogue => "what whoever raised it and whoever hears it say to each other",
            Told => "what the person is told whom it is about",
            Answer => "what that person answers",
            Outcome => "what came of it",
            Mediation => "what both sides and their mediator read",
            Oversight => "what was done although the protocol says should not",
            LaterActs => "what was done afterwards to whoever raised it",
            _ => part,
        };

    /// <summary>
    /// The part under which the record keeps who was granted, told or owed what. Whoever a concern is about may learn that there is one, and not from this who raised
    /// it: there it is for whoever hears it.
    /// </summary>
    public static string OfRecord(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter.Kind == Concerns.Concern.MatterKind ? Notes : Matter;
    }

    /// <summary>How content of a part is kept: a resident's details are sealed in every matter, everything is in a sealed one.</summary>
    public static ContentClass ClassOf(Matter? matter, string? part) =>
        part is Constituent or Identity ? ContentClass.Sealed : matter?.Class ?? ContentClass.Indexed;
}

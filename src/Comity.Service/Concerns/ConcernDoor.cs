using System.Globalization;

namespace Comity.Service.Concerns;

/// <summary>One way in which a concern can go on: to these people, all of them together, at this stage.</summary>
/// <param name="Stage">The protocol's name for the stage.</param>
/// <param name="Norm">The norm that gives it.</param>
/// <param name="Words">What the clause says, for the page.</param>
public sealed record ConcernDoor(string Stage, string Norm, string Words, IReadOnlyList<Hearer> Hearers)
{
    /// <summary>The stage of a concern that lies where the council itself has settled.</summary>
    public const string Arranged = "arranged";

    /// <summary>The stage of a concern that waits for somebody to say who hears it.</summary>
    public const string NobodyNamed = "nobody-named";

    /// <summary>The stage of a concern that somebody was named to hear.</summary>
    public const string Named = "named";

    /// <summary>The stage of a concern that is looked at again.</summary>
    public const string Review = "review";

    /// <summary>It is for the person who raised it to have: a first talk with the one it is about.</summary>
    public bool IsTalk { get; init; }

    /// <summary>These do not hear it: they say who does, where the protocol leads to nobody. They learn who is in it and nothing of what was said.</summary>
    public bool SaysWhoHears { get; init; }

    /// <summary>The same door again, in a form.</summary>
    public string Key =>
        string.Join('.', Hearers.Select(hearer => hearer.OfficeId.ToString("N", CultureInfo.InvariantCulture)).Prepend(Stage));
}

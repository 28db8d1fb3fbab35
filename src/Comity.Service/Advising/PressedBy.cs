namespace Comity.Service.Advising;

/// <summary>How somebody wants advice to be different: the facts by which the protocol knows it.</summary>
public sealed record PressedBy(string Key, string Label, string Hint, bool Pressed, bool Ordered, bool Threatened)
{
    /// <summary>What a member may say of their own wish.</summary>
    public static IReadOnlyList<PressedBy> ByMember { get; } =
    [
        new("look-again", "I ask the officer to look again", "A fact is wrong, or something was left out", false, false, false),
        new("insist", "I insist on a different recommendation", "More than asking", true, false, false),
        new("order", "I tell the officer to change it", "An order", true, true, false),
    ];

    /// <summary>What an officer may say of somebody else's.</summary>
    public static IReadOnlyList<PressedBy> Reported { get; } =
    [
        new("insist", "They insisted, or came back to it again and again", "More than asking", true, false, false),
        new("order", "They told me to change it", "An order", true, true, false),
        new("threat", "They said or hinted that I would suffer for it", "A bad reference, fewer hours, a harder time", true, false, true),
    ];

    public static PressedBy? Find(IReadOnlyList<PressedBy> ways, string? key)
    {
        ArgumentNullException.ThrowIfNull(ways);
        return ways.FirstOrDefault(way => way.Key == key);
    }
}

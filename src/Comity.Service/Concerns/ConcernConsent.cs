namespace Comity.Service.Concerns;

/// <summary>What whoever raised a concern agrees to, or no longer does. Nothing is taken for granted: an informal concern stays one, and a name stays where it is.</summary>
/// <param name="To">One of the constants.</param>
public sealed record ConcernConsent(string To, bool IsGiven, DateTime At)
{
    /// <summary>That it becomes formal.</summary>
    public const string Formal = "formal";

    /// <summary>That the person whom it is about learns who raised it.</summary>
    public const string Name = "name";

    /// <summary>That somebody who is no party helps both sides to settle.</summary>
    public const string Mediation = "mediation";

    public static IReadOnlyList<string> All { get; } = [Formal, Name, Mediation];

    /// <summary>The question as a page asks it of whoever raised it.</summary>
    public static string InWords(string to) =>
        to switch
        {
            Formal => "It may become formal",
            Name => "The person whom it is about may learn that it comes from me",
            _ => "A mediator may be asked to help both sides to settle it",
        };

    /// <summary>The same as whoever hears it reads it.</summary>
    public static string ToOthers(string to) =>
        to switch
        {
            Formal => "Agrees that it becomes formal",
            Name => "Agrees that their name is passed on",
            _ => "Agrees to a mediator",
        };

    public static string Meaning(string to) =>
        to switch
        {
            Formal => "Without this it stays informal: it is talked over and settled, and no formal procedure begins",
            Name => "Without this your name is not passed on. Who it is may still be plain from what happened",
            _ =>
                "Somebody of the council or from outside, who is no party to it, hears both sides and decides nothing. They learn who you are",
        };
}

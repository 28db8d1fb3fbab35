namespace Comity.Service.Information;

/// <summary>Whose an item is, and who has agreed that it be let out: the owner of the information, and the person whom it is about.</summary>
public sealed record ItemConsents
{
    /// <summary>Empty where it is the council's.</summary>
    public string? Owner { get; init; }

    /// <summary>none, given or refused.</summary>
    public string OwnerSaid { get; init; } = Unsaid;
    public Consent? OfOwner { get; init; }

    public string PersonSaid { get; init; } = Unsaid;
    public Consent? OfPerson { get; init; }

    public const string Unsaid = "none";
    public const string Given = "given";
    public const string Refused = "refused";
}

/// <param name="Who">Who gave it.</param>
/// <param name="What">For what.</param>
/// <param name="How">How it was given, or the document in which it is written.</param>
public sealed record Consent(string Who, string What, DateOnly On, string How);

namespace Comity.Protocols.Routes;

/// <summary>The persons of a situation.</summary>
/// <param name="Actors">Those who act, or who raised the matter.</param>
/// <param name="Recipients">Those to whom it is done.</param>
/// <param name="Subjects">Those whom it is about.</param>
public sealed record Parties(IReadOnlyList<string> Actors, IReadOnlyList<string> Recipients, IReadOnlyList<string> Subjects)
{
    /// <summary>The persons in one place.</summary>
    public IReadOnlyList<string> In(Party party) =>
        party switch
        {
            Party.Actor => Actors,
            Party.Recipient => Recipients,
            Party.Subject => Subjects,
            _ => throw new ArgumentOutOfRangeException(nameof(party), party, "not a place in a situation"),
        };

    /// <summary>Those about whom, or for whom, somebody would decide: nobody decides a matter about themselves or that they raised.</summary>
    public IEnumerable<string> Concerned => Actors.Concat(Subjects);
}

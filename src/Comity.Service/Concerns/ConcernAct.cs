namespace Comity.Service.Concerns;

/// <summary>The acts of the vocabulary with which a concern begins: each has a way of its own in a protocol.</summary>
public sealed record ConcernAct(string Key, string Label, string Hint)
{
    public static ConcernAct Concern { get; } =
        new("raise-concern", "How somebody behaved, did the job, or kept to the protocol", "It begins informally unless you say otherwise");

    public static ConcernAct CodeComplaint { get; } =
        new(
            "refer-code-complaint",
            "A member may have broken the members’ code of conduct",
            "Only those whom the law names decide on it. The Monitoring Officer asks an independent person before a decision on what was investigated"
        );

    public static ConcernAct Grievance { get; } =
        new("raise-grievance", "My own job, as somebody whom the council employs", "The council’s grievance procedure is for this");

    public static IReadOnlyList<ConcernAct> All { get; } = [Concern, CodeComplaint, Grievance];

    public static ConcernAct? Find(string? key) => All.FirstOrDefault(act => act.Key == key);

    /// <summary>What somebody with these roles may mean by a concern about somebody with those; the first is the usual one.</summary>
    /// <param name="isOfficer">Whoever raises it is employed by the council.</param>
    /// <param name="isAboutMember">It is about a member.</param>
    public static IReadOnlyList<ConcernAct> Between(bool isOfficer, bool isAboutMember) =>
        [Concern, .. isAboutMember ? [CodeComplaint] : Array.Empty<ConcernAct>(), .. isOfficer ? [Grievance] : Array.Empty<ConcernAct>()];
}

namespace Comity.Web.Tests.Concerns;

/// <summary>
/// Who hears a concern, by whom it is raised and whom it is about, as the printed protocols have it: written by hand from them, and from nothing of the program.
/// The first row that fits counts.
/// </summary>
/// <param name="By">A role; or "member", "staff" or "anyone" for all such.</param>
/// <param name="About">The same.</param>
/// <param name="Steps">
/// The steps in their order, the first of which somebody can take counts. "a &amp; b" hear it together, "a | b" either; "of subject" and "of actor" say whose;
/// "talk" is a first talk with the subject; none: the protocol is silent.
/// </param>
internal sealed record ExpectedWay(string Protocol, string Act, string By, string About, params string[] Steps)
{
    public const string Talk = "talk";

    private const string Concern = "raise-concern";
    private const string Code = "refer-code-complaint";
    private const string Grievance = "raise-grievance";

    public static IReadOnlyList<ExpectedWay> All { get; } =
    [
        // The Chairman with a concern about an officer would hear it (6.1); the Clerk and the Monitoring Officer both hear one about the Chairman.
        new("generic", Concern, "member", "chairman-of-council", "clerk & monitoring-officer"),
        new("generic", Concern, "staff", "chairman-of-council", "clerk & monitoring-officer"),
        new("generic", Concern, "chairman-of-council", "staff"),
        new("generic", Concern, "member", "staff", "chairman-of-council"),
        // 4.5: the chairman is told, then it is raised with the clerk; with the chairman's own it begins there, and about the clerk it ends there.
        new("west-lavington", Concern, "chairman-of-council", "clerk"),
        new("west-lavington", Concern, "chairman-of-council", "staff", "clerk"),
        new("west-lavington", Concern, "member", "staff", "chairman-of-council", "clerk"),
        // The preamble promises the clerk somewhere to go, whomever it is about; 4.1 gives it to every employee about a councillor.
        new("west-lavington", Concern, "clerk", "anyone", "conciliator"),
        new("west-lavington", Concern, "staff", "member", "conciliator"),
        new("west-lavington", Grievance, "staff", "anyone", "conciliator", "personnel-group"),
        // 4.1 and 5.1: the officer, then the line manager, the assistant director, the director.
        new("wigan", Concern, "member", "staff", Talk, "line-manager of subject", "assistant-director of subject", "director of subject"),
        // 5.2: the officer's own line manager.
        new("wigan", Concern, "staff", "member", "line-manager of actor"),
        // 2.7: the employee, then the executive director or head of service, and for an executive director nobody; 2.8: the chief executive or the Monitoring Officer.
        new("borough", Concern, "member", "executive-director", Talk),
        new("borough", Concern, "member", "staff", Talk, "executive-director of subject | head-of-service of subject"),
        new("borough", Concern, "staff", "member", "chief-executive | monitoring-officer"),
        new("borough", Grievance, "staff", "member", "chief-executive | monitoring-officer"),
        // 11: the town clerk; about the town clerk, the chairman of the Personnel Committee.
        new("town", Concern, "personnel-committee-chairman", "clerk"),
        new("town", Concern, "member", "clerk", "personnel-committee-chairman"),
        new("town", Concern, "member", "staff", "clerk"),
        new("town", Concern, "staff", "personnel-committee-chairman"),
        new("town", Concern, "staff", "member", "handbook-contact", "personnel-committee"),
        new("town", Concern, "staff", "staff", "handbook-contact", "personnel-committee"),
        new("town", Grievance, "staff", "personnel-committee-chairman"),
        new("town", Grievance, "staff", "anyone", "handbook-contact", "personnel-committee"),
        // Law: only the principal council's arrangements decide on a breach of the code (Localism Act 2011, s.28), which its Monitoring Officer receives.
        new("generic", Code, "anyone", "member", "monitoring-officer"),
        new("west-lavington", Code, "anyone", "member", "monitoring-officer"),
        new("wigan", Code, "anyone", "member", "monitoring-officer"),
        new("borough", Code, "anyone", "member", "monitoring-officer"),
        new("town", Code, "anyone", "member", "monitoring-officer"),
    ];

    public static ExpectedWay For(string protocol, string act, PairedPerson by, PairedPerson about) =>
        All.FirstOrDefault(way => way.Protocol == protocol && way.Act == act && by.Is(way.By) && about.Is(way.About))
        ?? new ExpectedWay(protocol, act, "anyone", "anyone");
}

namespace Comity.Browser.Tests.Journeys;

/// <summary>Something that goes wrong between two people of a council, and what the pages have to tell whoever raises it.</summary>
/// <param name="Name">What happens, in a few words.</param>
/// <param name="By">The office of whoever raises it; <see cref="AMember"/> for a member without one.</param>
/// <param name="About">The office of the person whom it is about; or the same.</param>
/// <param name="Happened">What happened, in the person's words.</param>
public sealed record ConcernScenario(string Name, string Protocol, string By, string About, string Happened)
{
    public const string AMember = "a member";

    /// <summary>The kind of concern, where the page asks for it.</summary>
    public string Kind { get; init; } = "How somebody behaved, did the job, or kept to the protocol";

    /// <summary>Answers to the protocol's questions by the fact's name; the rest is answered with no.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Why a talk that the protocol would have first is not had; null where it has none.</summary>
    public string? WithoutTalk { get; init; }

    /// <summary>The protocol names nobody, and whoever is asked only says who hears it.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The offices of those who may hear it, where the protocol leaves a choice the one chosen first; of the one who is asked, where it is silent.</summary>
    public required IReadOnlyList<string> Hearers { get; init; }

    /// <summary>Offices whose holders are named as those who never hear of it, beside the person whom it is about.</summary>
    public IReadOnlyList<string> KeptOut { get; init; } = [];

    /// <summary>What the page says before anything is written, with the clause.</summary>
    public required IReadOnlyList<string> Says { get; init; }

    /// <summary>Norms that are offered as grounds and chosen, each with its clause as the page has it.</summary>
    public IReadOnlyList<(string Norm, string Shown)> Grounds { get; init; } = [];

    private static IReadOnlyDictionary<string, string> AgainstTheProtocol { get; } =
        new Dictionary<string, string> { ["protocol-breach"] = "yes" };

    private static IReadOnlyDictionary<string, string> TheManagerWasThere { get; } =
        new Dictionary<string, string> { ["protocol-breach"] = "yes", ["line-manager-unsuitable"] = "yes" };

    public static IReadOnlyList<ConcernScenario> All { get; } =
    [
        new(
            "generic: an officer was dismissive at the counter",
            "generic",
            AMember,
            "Burials and Allotments Officer",
            "At the counter last week he talked past me and would not look my question up."
        )
        {
            Hearers = ["Chairman of the Parish Council"],
            Says =
            [
                "You may raise it. This is the way that the protocol lays down.",
                "Clause 6.1",
                "Take it to the Chairman.",
                "It stays between you and the Chairman.",
            ],
        },
        new(
            "generic: the chairman, who hears such concerns, has one",
            "generic",
            "Chairman of the Parish Council",
            "Lighting Officer",
            "He was short with me before two residents and walked off."
        )
        {
            IsSilent = true,
            Hearers = ["Monitoring Officer of Fennoway District Council"],
            Says = ["If the Chairman is the one who complains, nobody else is named", "(clause 1.1)"],
        },
        new(
            "town: an officer was dismissive at the counter",
            "town",
            AMember,
            "Bookings Officer",
            "At the counter last week he talked past me and would not look my booking up."
        )
        {
            Hearers = ["Town Clerk"],
            KeptOut = ["Chairman of the Town Council"],
            Says =
            [
                "Clause 11",
                "take it to the town clerk in the first instance",
                "if it cannot be settled informally, the disciplinary procedure may follow",
                "Say it in private.",
                "If it is not settled there, the protocol goes on to: the Disciplinary procedure.",
            ],
        },
        new(
            "town: the chairman of the Personnel Committee, who hears such concerns, has one about the clerk",
            "town",
            "Chairman of the Personnel Committee",
            "Town Clerk",
            "The papers for the committee came a day late for the third time, and nothing was said."
        )
        {
            IsSilent = true,
            Hearers = ["Monitoring Officer of Estuary and Moors Council"],
            Says =
            [
                "who here is the one complaining, and names nobody else",
                "The committee has the delegated authority and can act without that member.",
                "The chairman of the council stays out of it.",
                "(clause 11)",
            ],
        },
        new(
            "town: a member presses the officer who signs the accounts, and threatens the post",
            "town",
            "Committee and Finance Officer",
            AMember,
            "I was told to sign a return that I believe is wrong, and that my post would be looked at if I did not."
        )
        {
            Answers = new Dictionary<string, string> { ["about-employment"] = "yes" },
            Hearers = ["First contact under the Employee Handbook"],
            Says =
            [
                "First the informal stage of the employee handbook.",
                "clause 11",
                "If it is not settled there, the protocol goes on to: the Personnel Committee.",
            ],
            Grounds =
            [
                ("town/5/c", "5: An officer's duty under the law is not to be interfered with."),
                ("town/5/d", "5: Nobody may make an officer suffer for a duty under the law"),
                ("town/4.2/h", "4.2: Officers can expect not to be bullied and not to be put under undue pressure."),
            ],
        },
        new(
            "west-lavington: a member wants a report turned round, and hints at fewer hours",
            "west-lavington",
            "Clerk to the Council",
            AMember,
            "My draft recommends that the lease be refused. I was told to turn it round, or my hours would be cut."
        )
        {
            Hearers = ["Conciliator"],
            Says = ["Clause 4.1", "Try to settle it informally first, with a suitable third party.", "the Personnel group"],
            Grounds =
            [
                ("west-lavington/2.4/f", "2.4: Do not press an officer to recommend against the officer's own professional view."),
                ("west-lavington/2.4/g", "2.4: Do not punish an officer for doing the job."),
                ("west-lavington/3.2/f", "3.2: Officers can count on not being bullied and not being put under undue pressure."),
            ],
        },
        new(
            "west-lavington: the warden was dismissive",
            "west-lavington",
            AMember,
            "Village Warden",
            "At the noticeboard last week he talked past me and would not look my question up."
        )
        {
            Hearers = ["Chairman of the Parish Council"],
            Says = ["Clause 4.5"],
        },
        new(
            "wigan: the officer's line manager was part of it",
            "wigan",
            AMember,
            "Information Governance Officer",
            "He told me on the telephone that members get no answers, and his manager beside him laughed."
        )
        {
            Answers = TheManagerWasThere,
            Hearers = ["Members’ Support Team Leader"],
            KeptOut = ["Head of Democratic Services"],
            Says =
            [
                "The service's named officer takes the complaint instead.",
                "clause 5.3",
                "If it is not settled there, the protocol goes on to: the Assistant Director of the person it is about; then the Director of the person it is about.",
            ],
        },
        new(
            "wigan: the line manager was part of it and is the service's named officer",
            "wigan",
            AMember,
            "Lighting Technician",
            "He told me on the telephone that members get no answers, and his manager beside him laughed."
        )
        {
            Answers = TheManagerWasThere,
            Hearers = ["Assistant Director, Highways and Green Spaces"],
            KeptOut = ["Lighting Team Leader"],
            Says = ["Nobody there can take it, and the council has stated nobody instead.", "clause 5.3"],
        },
        new(
            "wigan: an enquiry was not answered in time",
            "wigan",
            AMember,
            "Highways Inspector",
            "I wrote about a pothole a month ago and have had neither an answer nor a word on when it comes."
        )
        {
            Answers = AgainstTheProtocol,
            Hearers = ["Network Team Leader"],
            Says = ["Go to the officer's line manager.", "clause 5.1"],
        },
        new(
            "borough: an officer was dismissive at the counter",
            "borough",
            AMember,
            "Council Tax and Benefits Officer",
            "At the counter last week he talked past me and would not look my question up."
        )
        {
            WithoutTalk = "I tried at once, and he turned away.",
            Hearers = ["Head of Council Tax and Benefits", "Executive Director of People and Resources"],
            Says = ["clause 2.7"],
        },
    ];

    public override string ToString() => Name;
}

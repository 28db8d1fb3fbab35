using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Councils;

/// <summary>
/// A metropolitan borough under the wigan protocol: 21 wards of three seats, four groups and some independents, five directorates and 120 officers in a
/// whole line of management.
/// </summary>
internal static class Kelderby
{
    private const string Resources = "Resources";
    private const string Democratic = "Democratic Services";
    private const string Chief = "Chief Executive";
    private const string Lawyer = "Assistant Director, Legal and Governance";
    private const string Treasurer = "Director of Resources";
    private const string Visits =
        "Please ask in writing first. Officers are out on visits most mornings; the team answers the telephone from two until four.";

    private static readonly IReadOnlyList<string> Portfolios =
    [
        "Cabinet Member for Environment and Streets",
        "Cabinet Member for Homes",
        "Cabinet Member for Planning and the Economy",
        "Cabinet Member for Children and Schools",
        "Cabinet Member for Adults and Health",
        "Cabinet Member for Communities and Leisure",
        "Cabinet Member for Finance",
    ];

    public static DemonstrationCouncil Council { get; } =
        new()
        {
            Place = "Kelderby",
            Name = "Kelderby Metropolitan Borough Council",
            Kind = "metropolitan",
            ProtocolKey = "wigan",
            Colour = "#5b2a5e",
            Domain = "kelderby.example",
            Seed = 0x4B454C4445524259,
            Wards =
            [
                .. new[]
                {
                    "Aldergarth",
                    "Bramlow Edge",
                    "Cinderby",
                    "Dovershaw",
                    "Eddlestow",
                    "Farnacre",
                    "Gadderby",
                    "Hollinbrow",
                    "Ibbotsfold",
                    "Jessamy Park",
                    "Kelder Bridge",
                    "Larkenhall",
                    "Mossrake",
                    "Nabwell",
                    "Oxenlow",
                    "Pinderlow",
                    "Quarrymere",
                    "Ravenshope",
                    "Skelbrow",
                    "Tannersgate",
                    "Wendlebeck",
                }.Select(name => new FictionalWard(name, 3)),
            ],
            Groups = [new("Kelderby Alliance", 33), new("Forward Together", 15), new("Valley Residents", 7), new("Civic Union", 5)],
            MemberOffices =
            [
                new("Leader of the Council", "leader-of-council", 0, true, "Cabinet", Places.Chairman),
                .. Portfolios.Select(
                    (title, i) =>
                        new FictionalMemberOffice(
                            title,
                            "cabinet-member",
                            i + 1,
                            true,
                            "Cabinet",
                            // The deputy leader of the largest group sits in the cabinet too.
                            i == 0
                                ? Places.ViceChairman
                                : Places.Member
                        )
                ),
                new("Mayor of Kelderby", "mayor", 32),
            ],
            Committees =
            [
                new("Planning Committee"),
                new("Licensing Committee"),
                new("Audit and Governance Committee"),
                new("Personnel Committee"),
                new("Standards Committee"),
                new("Scrutiny Committee: Places"),
                new("Scrutiny Committee: People"),
                new("Scrutiny Committee: Resources"),
            ],
            OutsideBodies = ["Kelder Valley Flood Partnership", "Borough Almshouses Trust"],
            Services = [.. KelderbyDirectorate.All.SelectMany(ServicesOf)],
            Posts =
            [
                new(Chief, "chief-executive", Restricted: true),
                .. KelderbyDirectorate.All.SelectMany(PostsOf),
                new("Monitoring Officer", "monitoring-officer", ReportsTo: Chief, Restricted: true) { HeldBy = Lawyer },
                new("Chief Finance Officer", "chief-finance-officer", ReportsTo: Chief, Restricted: true) { HeldBy = Treasurer },
                new("Senior Democratic Services Clerk", "clerk", Democratic, "Head of Democratic Services"),
                new("Democratic Services Clerk", "clerk", Democratic, "Head of Democratic Services"),
                new("Information Governance Officer", "foi-officer", Democratic, "Head of Democratic Services"),
                new("Press Office Duty Manager", "press-office", "Communications", "Head of Communications"),
                new("Corporate Complaints Officer", "officer", Democratic, "Head of Democratic Services"),
                new("Principal Solicitor", "senior-officer", Resources, Lawyer),
                new("Internal Audit Lead", "senior-officer", Resources, Lawyer),
                new("Human Resources Lead", "senior-officer", Resources, Lawyer),
                new("Emergency Planning Officer", "officer", Resources, Lawyer),
                new("Executive Support Officer", "officer", Resources, Lawyer),
                new("Solicitor", "officer", Resources, Lawyer),
                new("Independent Person", "independent-person") { OutsideBody = "Independent person (fictional)" },
            ],
            WithoutService = ["Senior Democratic Services Clerk", "Democratic Services Clerk"],
            Loggers = ["Senior Democratic Services Clerk", "Democratic Services Clerk"],
            Keeper = "Monitoring Officer",
            Delegations =
            [
                new(
                    Treasurer,
                    "To vary a ward budget by up to £5,000 in a year at the ward members’ joint request.",
                    "Cabinet minute 41 (fictional)"
                ),
            ],
            Equivalences =
            [
                new("head-of-paid-service", "chief-executive"),
                new("chief-officer", "director"),
                new("chief-officer", "chief-executive"),
            ],
            // The protocol gives neither a pause nor an extension, and the council has stated none: the pages show the gap. Following up it has settled.
            Arrangements = [new(ArrangementKeys.FollowUpWindow, "20")],
            // Where the officer named by Planning may not have something and nobody is next in line, the service's lead officer has it.
            Substitutes = [new(NamedContact.RegularSeniorOfficer, "Development Management Team Leader", "Planning")],
            Cousin = "Head of Planning",
            ReplyDays = 10,
            Enquiries =
            [
                (Course.Fresh, 16),
                (Course.DueTomorrow, 4),
                (Course.DueSoon, 6),
                (Course.DueToday, 2),
                (Course.OverdueYesterday, 3),
                (Course.OverdueLong, 8),
                (Course.OpenWithProgress, 8),
                (Course.OpenWithDelay, 5),
                (Course.OpenWithNote, 5),
                (Course.Acknowledged, 12),
                (Course.ReassignedOpen, 5),
                (Course.FollowedUpOpen, 5),
                (Course.LoggedOpen, 4),
                (Course.SealedOpen, 4),
                (Course.AnsweredInTime, 40),
                (Course.AnsweredAndRated, 60),
                (Course.AnsweredAndClosed, 35),
                (Course.AnsweredLate, 22),
                (Course.AcknowledgedThenAnswered, 20),
                (Course.FollowedUpThenAnswered, 14),
                (Course.LeftUnanswered, 4),
                (Course.ReassignedThenAnswered, 9),
                (Course.LoggedThenAnswered, 5),
                (Course.SealedThenAnswered, 4),
            ],
            Concern = new("Tree Officer", "wigan/4.1/a"),
            Declined = (
                "outside-council-policy=yes",
                "The council has resolved that it does not survey lamps of private owners; the owner’s agent is the one to ask, and the address is below."
            ),
            Topics = [.. StreetTopics.All, .. HomesTopics.All, .. PeopleTopics.All],
            SealedTopics = SealedTopics.All,
            AbusiveTopics = AbusiveTopics.All,
            Answers = new Dictionary<EnquiryKind, IReadOnlyDictionary<string, string>>
            {
                [EnquiryKind.Information] = new Dictionary<string, string>
                {
                    ["basis"] = "common-law",
                    ["inspection-reason"] = "duty",
                    ["request-unlimited"] = "no",
                    ["need-to-know-shown"] = "yes",
                },
            },
        };

    private static IEnumerable<FictionalService> ServicesOf(KelderbyDirectorate directorate) =>
        directorate
            .Services.Select(service => new FictionalService(service.Name, service.Subjects, directorate.Name)
            {
                Leads = [service.Head, service.Lead],
                Contact = service.NamesContact ? (service.Head, "casework and questions about the service") : null,
                ComplaintsOfficer = service.NamesComplaintsOfficer ? service.Lead : null,
                Reaching = service.Name is "Planning" or "Children’s Social Care" or "Housing Repairs" ? Visits : null,
            })
            .Prepend(
                new FictionalService(directorate.Name)
                {
                    Contact = directorate.NamesContact ? (directorate.FirstAssistant, "questions about the directorate as a whole") : null,
                    ComplaintsOfficer = directorate.NamesContact ? directorate.SecondAssistant : null,
                }
            );

    // Each assistant director has half of the directorate's services.
    private static IEnumerable<FictionalPost> PostsOf(KelderbyDirectorate directorate) =>
        directorate
            .Services.SelectMany(
                (service, i) =>
                    PostsOf(service, i < directorate.Services.Count / 2 ? directorate.FirstAssistant : directorate.SecondAssistant)
            )
            .Prepend(new(directorate.SecondAssistant, "assistant-director", directorate.Name, directorate.Director, Restricted: true))
            .Prepend(new(directorate.FirstAssistant, "assistant-director", directorate.Name, directorate.Director, Restricted: true))
            .Prepend(new(directorate.Director, "director", directorate.Name, Chief, Restricted: true));

    private static IEnumerable<FictionalPost> PostsOf(KelderbyService service, string manager) =>
        [
            // On leave, so that what is asked of the office goes to somebody who is there.
            new(service.Head, "head-of-service", service.Name, manager, Restricted: true)
            {
                StandIn = service.Name == "Housing Repairs" ? service.Lead : null,
            },
            new(service.Lead, "senior-officer", service.Name, service.Head),
            .. service
                .Posts.Split(", ")
                .Select(title => new FictionalPost(title, "junior-officer", service.Name, service.Lead, Junior: true)),
        ];
}

using Comity.Service.Arrangements;
using Comity.Service.People;

namespace Comity.Service.Demonstration.Councils;

/// <summary>
/// A unitary borough under the borough protocol: 13 wards of three seats, a cabinet, two executive directors under a chief executive and a head of
/// service for every service. Its mayor takes the chair of the full council.
/// </summary>
internal static class Wenderholt
{
    private const string Chief = "Chief Executive";
    private const string OverPlaces = "Executive Director of Places";
    private const string OverPeople = "Executive Director of People and Resources";
    private const string Governance = "Governance and Law";
    private const string Lawyer = "Head of Governance and Law";
    private const string Clerk = "Member Services Manager";

    private static readonly IReadOnlyList<FictionalService> Services =
    [
        Service("Waste and Recycling", "bins, recycling, missed collections, bulky waste, tips"),
        Service("Street Cleaning", "litter, fly-tipping, graffiti, dog fouling, weeds"),
        Service("Highways", "potholes, pavements, road works, parking, speed limits, drains"),
        Service("Street Lighting", "lamp columns, dark streets, lighting faults"),
        Service("Parks and Green Spaces", "parks, playgrounds, trees, grass cutting, allotments"),
        Service("Planning", "planning applications, local plan, conservation, building control"),
        Service("Licensing", "taxis, pubs, late-night food, street trading"),
        Service("Housing Options", "homelessness, housing register, empty homes"),
        Service("Council Tax and Benefits", "council tax bills, discounts, arrears, housing benefit"),
        Service("Community Safety", "anti-social behaviour, CCTV, noise at night"),
        Service("Finance", "budget, grants, procurement"),
        Service(Governance, "meetings, members’ support, elections, information requests, the law"),
    ];

    public static DemonstrationCouncil Council { get; } =
        new()
        {
            Place = "Wenderholt",
            Name = "Wenderholt Borough Council",
            Kind = "unitary",
            ProtocolKey = "borough",
            Colour = "#1f4e79",
            Domain = "wenderholt.example",
            Seed = 0x57454E444552484F,
            Wards =
            [
                .. new[]
                {
                    "Ambergate Hill",
                    "Brackwater",
                    "Coppershaw",
                    "Dunnock Vale",
                    "Eastmarl",
                    "Fernihall",
                    "Gallowglen",
                    "Hestercombe Park",
                    "Linnetfield",
                    "Marlpit",
                    "Netherwend",
                    "Priorsholt",
                    "Wenderbridge",
                }.Select(name => new FictionalWard(name, 3)),
            ],
            Groups = [new("Wenderholt Together", 21), new("Borough Independents", 10), new("New Leaf", 6)],
            MemberOffices =
            [
                new("Leader of the Council", "leader-of-council", 0, true, "Cabinet", Places.Chairman),
                new("Cabinet Member for Streets and Parks", "cabinet-member", 1, true, "Cabinet", Places.ViceChairman),
                new("Cabinet Member for Homes and Planning", "cabinet-member", 2, true, "Cabinet"),
                new("Cabinet Member for Safety and Licensing", "cabinet-member", 3, true, "Cabinet"),
                new("Cabinet Member for Finance", "cabinet-member", 4, true, "Cabinet"),
                new("Mayor of Wenderholt", "mayor", 20, true),
            ],
            Committees =
            [
                new("Planning Committee"),
                new("Licensing Committee"),
                new("Audit and Standards Committee"),
                new("Overview and Scrutiny Committee"),
            ],
            OutsideBodies = ["Wender Navigation Trust"],
            Services = Services,
            Posts =
            [
                new(Chief, "chief-executive", Restricted: true),
                new(OverPlaces, "executive-director", ReportsTo: Chief, Restricted: true),
                new(OverPeople, "executive-director", ReportsTo: Chief, Restricted: true),
                .. Services.SelectMany((service, i) => PostsOf(service.Name, i < 7 ? OverPlaces : OverPeople)),
                new("Monitoring Officer", "monitoring-officer", ReportsTo: Chief, Restricted: true) { HeldBy = Lawyer },
                new("Chief Finance Officer", "chief-finance-officer", ReportsTo: Chief, Restricted: true) { HeldBy = "Head of Finance" },
                new(Clerk, "clerk", Governance, Lawyer),
                new("Information Officer", "foi-officer", Governance, Lawyer),
                new("Corporate Communications Manager", "corporate-communications", ReportsTo: OverPeople),
                new("Magazine Editor", "editorial-team", ReportsTo: "Corporate Communications Manager"),
                new("Independent Person", "independent-person") { OutsideBody = "Independent person (fictional)" },
            ],
            WithoutService = [Clerk, "Information Officer"],
            Loggers = [Clerk],
            Keeper = "Monitoring Officer",
            Delegations =
            [
                new(
                    OverPlaces,
                    "To close a road for up to five days for works or an event.",
                    "Constitution, Part 3, scheme B, item 12 (fictional)"
                ),
            ],
            Equivalences =
            [
                new("head-of-paid-service", "chief-executive"),
                new("chief-officer", "executive-director"),
                // 6.3 speaks of "a Chairman" and does not say of what.
                new("chairman-of-council", "mayor"),
                new("relevant-officer", "head-of-service"),
            ],
            // The protocol gives no time for a reply: the council has settled one.
            Arrangements = [new(ArrangementKeys.ReplyTime, "8"), new(ArrangementKeys.FollowUpWindow, "15")],
            Substitutes =
            [
                new("monitoring-officer", Chief, EnteredBy: Clerk),
                new("chief-executive", "Independent Person"),
                new("executive-director", Chief),
            ],
            Cousin = "Head of Licensing",
            ReplyDays = 8,
            Enquiries =
            [
                (Course.Fresh, 6),
                (Course.DueTomorrow, 2),
                (Course.DueSoon, 2),
                (Course.DueToday, 1),
                (Course.OverdueYesterday, 2),
                (Course.OverdueLong, 2),
                (Course.OpenWithProgress, 3),
                (Course.OpenWithDelay, 2),
                (Course.OpenWithNote, 2),
                (Course.ReassignedOpen, 2),
                (Course.FollowedUpOpen, 1),
                (Course.LoggedOpen, 1),
                (Course.SealedOpen, 1),
                (Course.AnsweredInTime, 10),
                (Course.AnsweredAndRated, 10),
                (Course.AnsweredAndClosed, 6),
                (Course.AnsweredLate, 4),
                (Course.FollowedUpThenAnswered, 2),
                (Course.ReassignedThenAnswered, 2),
                (Course.LoggedThenAnswered, 1),
            ],
            Concern = new("Council Tax and Benefits Officer", "borough/2.6/a"),
            Declined = (
                "outside-approved-budget=yes",
                "There is no money in this year’s budget for surveys of private land, and I may not spend what has not been given."
            ),
            Topics = Topic.For(Services, [.. StreetTopics.All, .. HomesTopics.All, .. PeopleTopics.All]),
            SealedTopics = Topic.For(Services, SealedTopics.All),
        };

    private static FictionalService Service(string name, string subjects) =>
        new(name, subjects)
        {
            Leads = [$"{name} Team Leader", $"Head of {name}"],
            Contact = ($"{name} Team Leader", "casework and questions about the service"),
        };

    private static IReadOnlyList<FictionalPost> PostsOf(string service, string director) =>
        [
            new($"Head of {service}", "head-of-service", service, director, Restricted: true),
            new($"{service} Team Leader", "senior-officer", service, $"Head of {service}"),
            new($"{service} Officer", "junior-officer", service, $"{service} Team Leader", Junior: true),
        ];
}

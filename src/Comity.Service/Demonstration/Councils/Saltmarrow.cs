using Comity.Service.Arrangements;

namespace Comity.Service.Demonstration.Councils;

/// <summary>
/// A town council under the town protocol: 18 members, a town clerk with a deputy and two managers, and a Personnel Committee. Its Monitoring Officer is
/// the principal council's.
/// </summary>
internal static class Saltmarrow
{
    private const string MonitoringOfficer = "Monitoring Officer of Estuary and Moors Council";
    private const string Clerk = "Town Clerk";
    private const string Deputy = "Deputy Town Clerk";
    private const string Works = "Works and Amenities Manager";
    private const string Halls = "Halls and Events Manager";

    private static readonly IReadOnlyList<FictionalService> Services =
    [
        new("Street Lighting", "footway lights, lamp columns, dark paths")
        {
            Leads = [Clerk, "Lighting and Signs Technician"],
            Contact = ("Lighting and Signs Technician", "faults and columns"),
        },
        new("Parks and Play", "parks, playgrounds, benches, trees, bins in parks")
        {
            Leads = [Clerk, "Parks Supervisor"],
            Contact = ("Parks Supervisor", "parks, trees and play areas"),
        },
        new("Cemetery and Allotments", "burials, memorials, allotment plots")
        {
            Leads = [Clerk, "Cemetery and Allotments Officer"],
            Contact = ("Cemetery and Allotments Officer", "burials, memorials and plots"),
        },
        new("Halls and Markets", "the Guildhall, the market, bookings, events")
        {
            Leads = [Clerk, "Bookings Officer"],
            Contact = ("Bookings Officer", "halls, stalls and events"),
        },
        new("Council Office", "meetings, minutes, grants, members’ support")
        {
            Leads = [Clerk, "Committee and Finance Officer"],
            Contact = ("Committee and Finance Officer", "meetings, grants and papers"),
        },
    ];

    public static DemonstrationCouncil Council { get; } =
        new()
        {
            Place = "Saltmarrow",
            Name = "Saltmarrow Town Council",
            Kind = "town",
            ProtocolKey = "town",
            Colour = "#0b5c5c",
            Domain = "saltmarrow.example",
            Seed = 0x53414C544D415252,
            Wards = [new("Saltmarrow Quay", 6), new("Saltmarrow Beacon", 6), new("Saltmarrow Millpool", 6)],
            Groups = [new("Independents for Saltmarrow", 8), new("Saltmarrow Forward", 5)],
            MemberOffices =
            [
                // The protocol has three words for those who preside: the Chairman of the Town Council is the Mayor here.
                new("Chairman of the Town Council", "chairman-of-council", 1, true),
                new("Mayor of Saltmarrow", "mayor", 1, true),
                new("Deputy Mayor of Saltmarrow", "senior-member", 8, true),
            ],
            Committees =
            [
                new("Amenities Committee", 7, "committee-chairman"),
                new("Planning Committee", 7, "committee-chairman"),
                new("Finance Committee", 6, "committee-chairman"),
                new("Personnel Committee", 5, "personnel-committee-chairman", "personnel-committee-member"),
            ],
            OutsideBodies = ["Saltmarrow Lifeboat Memorial Trust"],
            Services = Services,
            Posts =
            [
                new(Clerk, "clerk", "Council Office", Restricted: true),
                new(Deputy, "senior-officer", "Council Office", Clerk),
                new(Works, "senior-officer", "Parks and Play", Clerk),
                new(Halls, "senior-officer", "Halls and Markets", Clerk),
                new("Lighting and Signs Technician", "officer", "Street Lighting", Works),
                new("Parks Supervisor", "officer", "Parks and Play", Works),
                new("Groundskeeper", "junior-officer", "Parks and Play", "Parks Supervisor", Junior: true),
                new("Cemetery and Allotments Officer", "officer", "Cemetery and Allotments", Works),
                new("Bookings Officer", "officer", "Halls and Markets", Halls),
                new("Caretaker of the Guildhall", "junior-officer", "Halls and Markets", Halls, Junior: true),
                new("Committee and Finance Officer", "officer", "Council Office", Deputy),
                new("Office Assistant", "junior-officer", "Council Office", Deputy, Junior: true),
                new("Deputy for press statements", "nominated-deputy", "Council Office", Clerk) { HeldBy = Deputy },
                new("First contact under the Employee Handbook", "handbook-contact", "Council Office", Clerk) { HeldBy = Deputy },
                new(MonitoringOfficer, "monitoring-officer") { OutsideBody = "Estuary and Moors Council (fictional)" },
                new("Independent Person", "independent-person") { OutsideBody = "Independent person (fictional)" },
                new("Conciliator", "conciliator") { OutsideBody = "Mediation service (fictional)" },
                new("Adviser to local councils", "advisory-body") { OutsideBody = "Association of Local Councils (fictional)" },
            ],
            WithoutService = [Clerk, "Committee and Finance Officer"],
            Loggers = ["Committee and Finance Officer"],
            Keeper = Clerk,
            Equivalences =
            [
                new("head-of-paid-service", "clerk"),
                new("chief-officer", "clerk"),
                new("proper-officer", "clerk"),
                new("personnel-committee", "personnel-committee-chairman"),
                new("personnel-committee", "personnel-committee-member"),
                new("disciplinary-authority", "personnel-committee-chairman"),
            ],
            // The protocol leaves both figures to the council's own standard.
            Arrangements =
            [
                new(ArrangementKeys.StandardPrefix + "enquiry-standard", "7"),
                new(ArrangementKeys.StandardPrefix + "complaint-standard", "12"),
                new(ArrangementKeys.StandardPrefix + "member-reply-standard", "10"),
                new(ArrangementKeys.FollowUpWindow, "15"),
                new(ArrangementKeys.NextStep, "5"),
            ],
            Substitutes =
            [
                new("clerk", Deputy, EnteredBy: MonitoringOfficer),
                new("personnel-committee-chairman", "Independent Person"),
                new("monitoring-officer", "Independent Person"),
            ],
            ReplyDays = 7,
            ComplaintDays = 12,
            Enquiries =
            [
                (Course.Fresh, 5),
                (Course.DueTomorrow, 2),
                (Course.DueToday, 1),
                (Course.OverdueYesterday, 1),
                (Course.OverdueLong, 2),
                (Course.OpenWithProgress, 2),
                (Course.OpenWithDelay, 2),
                (Course.OpenWithNote, 1),
                (Course.ReassignedOpen, 1),
                (Course.LoggedOpen, 1),
                (Course.SealedOpen, 1),
                (Course.AnsweredInTime, 9),
                (Course.AnsweredAndRated, 7),
                (Course.AnsweredAndClosed, 5),
                (Course.AnsweredLate, 3),
                (Course.FollowedUpThenAnswered, 2),
                (Course.ReassignedThenAnswered, 2),
                (Course.LoggedThenAnswered, 1),
            ],
            Concern = new("Bookings Officer", "town/4.1/h"),
            Declined = (
                "risks-neutrality=yes",
                "The survey is wanted for a leaflet of one side in a dispute between the owner and the residents, and I have to stay outside it."
            ),
            Topics = Topic.For(Services, LocalTopics.All),
            SealedTopics = LocalTopics.Sealed,
        };
}

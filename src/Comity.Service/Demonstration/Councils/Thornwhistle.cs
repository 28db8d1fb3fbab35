using Comity.Service.Arrangements;
using Comity.Service.Requests;

namespace Comity.Service.Demonstration.Councils;

/// <summary>
/// A large parish under the generic protocol, which speaks of a Parish Clerk and a Chairman: 15 members, a clerk and a small staff. Its Monitoring Officer
/// is the principal council's.
/// </summary>
internal static class Thornwhistle
{
    private const string MonitoringOfficer = "Monitoring Officer of Fennoway District Council";
    private const string Clerk = "Parish Clerk";
    private const string Deputy = "Deputy Clerk";
    private const string Grounds = "Grounds Manager";

    private static readonly IReadOnlyList<FictionalService> Services =
    [
        new("Street Lighting", "footway lights, lamp columns, dark paths")
        {
            Leads = ["Lighting Officer", Grounds],
            Contact = ("Lighting Officer", "faults and columns"),
        },
        new("Parks and Play", "greens, playgrounds, benches, trees, bins in parks")
        {
            Leads = [Grounds, Deputy],
            Contact = (Grounds, "greens, trees and play areas"),
        },
        new("Cemetery and Allotments", "burials, memorials, allotment plots")
        {
            Leads = ["Burials and Allotments Officer", Grounds],
            Contact = ("Burials and Allotments Officer", "burials, memorials and plots"),
        },
        new("Council Office", "meetings, minutes, grants, the parish hall")
        {
            Leads = [Deputy, Clerk],
            Contact = (Deputy, "meetings, grants and papers"),
        },
    ];

    public static DemonstrationCouncil Council { get; } =
        new()
        {
            Place = "Thornwhistle",
            Name = "Thornwhistle Parish Council",
            Kind = "parish",
            ProtocolKey = "generic",
            Colour = "#4a4a12",
            Domain = "thornwhistle.example",
            Seed = 0x54484F524E574849,
            Wards = [new("Thornwhistle Village", 8), new("New Thornwhistle", 5), new("Whistle Common", 2)],
            Groups = [new("Thornwhistle Residents", 6)],
            MemberOffices =
            [
                new("Chairman of the Parish Council", "chairman-of-council", 7, true),
                new("Vice-Chairman of the Parish Council", "senior-member", 8, true),
            ],
            Committees =
            [
                new("Open Spaces Committee", 6, "committee-chairman"),
                new("Finance Committee", 6, "committee-chairman"),
                new("Planning Committee", 6, "committee-chairman"),
            ],
            OutsideBodies = ["Thornwhistle Poor’s Land Charity"],
            Services = Services,
            Posts =
            [
                new(Clerk, "clerk", "Council Office", Restricted: true),
                new(Deputy, "senior-officer", "Council Office", Clerk),
                new(Grounds, "senior-officer", "Parks and Play", Clerk),
                new("Lighting Officer", "officer", "Street Lighting", Deputy),
                new("Burials and Allotments Officer", "officer", "Cemetery and Allotments", Deputy),
                new("Groundskeeper", "junior-officer", "Parks and Play", Grounds, Junior: true),
                new("Hall Caretaker", "junior-officer", "Council Office", Deputy, Junior: true),
                new(MonitoringOfficer, "monitoring-officer") { OutsideBody = "Fennoway District Council (fictional)" },
                new("Independent Person", "independent-person") { OutsideBody = "Independent person (fictional)" },
                new("External Auditor", "external-auditor") { OutsideBody = "Auditor from outside (fictional)" },
            ],
            WithoutService = [Clerk, Deputy],
            Loggers = [Deputy],
            Keeper = Clerk,
            Equivalences = [new("head-of-paid-service", "clerk"), new("chief-officer", "clerk"), new("proper-officer", "clerk")],
            // The protocol gives no reply time: the council has settled one.
            Arrangements = [new(ArrangementKeys.ReplyTime, "15"), new(ArrangementKeys.FollowUpWindow, "20")],
            Substitutes =
            [
                new("clerk", Deputy, EnteredBy: MonitoringOfficer),
                new("chairman-of-council", "Independent Person"),
                new("monitoring-officer", "Independent Person"),
            ],
            Cousin = Grounds,
            ReplyDays = 15,
            Enquiries =
            [
                (Course.Fresh, 5),
                (Course.DueTomorrow, 1),
                (Course.DueSoon, 1),
                (Course.DueToday, 1),
                (Course.OverdueYesterday, 1),
                (Course.OverdueLong, 2),
                (Course.OpenWithProgress, 2),
                (Course.OpenWithDelay, 1),
                (Course.OpenWithNote, 1),
                (Course.ReassignedOpen, 1),
                (Course.LoggedOpen, 1),
                (Course.AnsweredInTime, 8),
                (Course.AnsweredAndRated, 6),
                (Course.AnsweredAndClosed, 5),
                (Course.AnsweredLate, 3),
                (Course.FollowedUpThenAnswered, 1),
                (Course.ReassignedThenAnswered, 2),
            ],
            Concern = new("Lighting Officer", "generic/4.1/a"),
            Declined = (
                "officer-considers-unlawful=yes",
                "We may not enter the estate: the owner has refused in writing, and without leave it would be trespass."
            ),
            Topics = Topic.For(Services, LocalTopics.All),
            Answers = new Dictionary<EnquiryKind, IReadOnlyDictionary<string, string>>
            {
                [EnquiryKind.ServiceRequest] = new Dictionary<string, string> { ["purpose"] = "council-business" },
                [EnquiryKind.Information] = new Dictionary<string, string>
                {
                    ["held-or-controlled-by-council"] = "yes",
                    ["relates-to-meeting-business"] = "yes",
                },
            },
        };
}

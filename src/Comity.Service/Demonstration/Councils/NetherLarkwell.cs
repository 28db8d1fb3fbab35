using Comity.Service.Arrangements;

namespace Comity.Service.Demonstration.Councils;

/// <summary>
/// A parish under the West Lavington protocol: 11 members, a clerk and one more officer. It has no departments, so everything goes to the clerk; a
/// small group of members deals with staff matters; the Monitoring Officer is the principal council's.
/// </summary>
internal static class NetherLarkwell
{
    private const string MonitoringOfficer = "Monitoring Officer of Chalkvale Council";
    private const string Clerk = "Clerk to the Council";
    private const string Warden = "Village Warden";

    public static DemonstrationCouncil Council { get; } =
        new()
        {
            Place = "Nether Larkwell",
            Name = "Nether Larkwell Parish Council",
            Kind = "parish",
            ProtocolKey = "west-lavington",
            Colour = "#3c5a1e",
            Domain = "netherlarkwell.example",
            Seed = 0x4E45544845524C41,
            Wards = [new("Nether Larkwell", 9), new("Upper Larkwell", 2)],
            MemberOffices =
            [
                new("Chairman of the Parish Council", "chairman-of-council", 0, true),
                new("Vice-Chairman of the Parish Council", "senior-member", 1, true),
            ],
            Committees =
            [
                new("Burial Ground Committee", 5, "committee-chairman"),
                new("Personnel Group", 3, "personnel-group", "personnel-group"),
            ],
            OutsideBodies = ["Larkwell Village Hall Trust"],
            Posts =
            [
                new(Clerk, "clerk", Restricted: true),
                new(Warden, "officer", ReportsTo: Clerk),
                new(MonitoringOfficer, "monitoring-officer") { OutsideBody = "Chalkvale Council (fictional)" },
                new("Independent Person", "independent-person") { OutsideBody = "Independent person (fictional)" },
                new("Conciliator", "conciliator") { OutsideBody = "Parish mediation service (fictional)" },
                new("Adviser to local councils", "advisory-body") { OutsideBody = "Society of Local Clerks (fictional)" },
                new("Employment adviser", "independent-adviser") { OutsideBody = "Employment adviser (fictional)" },
            ],
            WithoutService = [Clerk, Warden],
            Loggers = [Clerk],
            Keeper = Clerk,
            Equivalences =
            [
                new("head-of-paid-service", "clerk"),
                new("chief-officer", "clerk"),
                new("proper-officer", "clerk"),
                new("disciplinary-authority", "personnel-group"),
            ],
            // "In good time" has no number, and this council has settled none: every page shows the gap.
            Arrangements = [new(ArrangementKeys.FollowUpWindow, "20")],
            Substitutes =
            [
                new("clerk", "Conciliator", EnteredBy: MonitoringOfficer),
                new("chairman-of-council", "Independent Person"),
                new("personnel-group", "Independent Person"),
                new("monitoring-officer", "Independent Person"),
            ],
            Enquiries =
            [
                (Course.Fresh, 4),
                (Course.OpenWithProgress, 3),
                (Course.OpenWithDelay, 2),
                (Course.OpenWithNote, 2),
                (Course.ReassignedOpen, 2),
                (Course.LoggedOpen, 1),
                (Course.SealedOpen, 1),
                (Course.AnsweredInTime, 10),
                (Course.AnsweredAndRated, 7),
                (Course.AnsweredAndClosed, 6),
                (Course.FollowedUpThenAnswered, 2),
                (Course.ReassignedThenAnswered, 2),
            ],
            Concern = new(Warden, "west-lavington/3.1/i"),
            Declined = (
                "outside-job-description=yes",
                "Surveys of lamps are not in my contract, and the council has asked nobody else to do them."
            ),
            Topics = LocalTopics.All,
            SealedTopics = LocalTopics.Sealed,
        };
}

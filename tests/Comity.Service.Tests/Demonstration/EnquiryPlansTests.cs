using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Service.Demonstration;
using Comity.Testing;

namespace Comity.Service.Tests.Demonstration;

/// <summary>The plan of the made-up year, without a database behind it.</summary>
public sealed class EnquiryPlansTests
{
    /// <summary>Two weeks about Easter and two about the new year: bank holidays, weekends and a change of clocks.</summary>
    public static TheoryData<DateOnly> Days =>
        [
            .. Enumerable.Range(0, 14).Select(new DateOnly(2026, 3, 27).AddDays),
            .. Enumerable.Range(0, 14).Select(new DateOnly(2026, 12, 23).AddDays),
        ];

    [Theory, MemberData(nameof(Days))]
    public void Plan_of_any_day_and_any_council_holds_its_enquiries_and_they_lie_behind_that_day(DateOnly today)
    {
        DemonstrationCouncils.Usual.Enquiries.Sum(one => one.Count).ShouldBe(300);
        foreach (var council in DemonstrationCouncils.All)
        {
            LiesBehind(today, council);
        }
    }

    private static void LiesBehind(DateOnly today, DemonstrationCouncil council)
    {
        var (plans, steps, _) = Plan(today, council);
        var asked = steps.Where(step => step.Kind == StepKind.Ask).ToList();
        var end = DemonstrationClock.InLondon(today, TimeOnly.MinValue);

        asked
            .CountBy(step => step.Enquiry!.Course)
            .ToDictionary()
            .ShouldBe(council.Enquiries.ToDictionary(), ignoreOrder: true, council.Name);
        steps.ShouldAllBe(step => step.At <= end, council.Name);
        steps.Where(step => step.Enquiry is not null).ShouldAllBe(step => step.At < end && step.Enquiry!.ReceivedOn >= plans.FirstDay);
        foreach (var course in steps.Where(step => step.Enquiry is not null).GroupBy(step => step.Enquiry))
        {
            course.First().Kind.ShouldBe(StepKind.Ask);
        }
    }

    [Fact]
    public void Plan_of_the_same_day_is_the_same()
    {
        var today = new DateOnly(2026, 7, 8);

        Told(Plan(today)).ShouldBe(Told(Plan(today)));
        Told(Plan(today)).ShouldNotBe(Told(Plan(today.AddDays(1))));
    }

    [Fact]
    public void Numbers_of_a_seed_are_those_of_the_published_algorithm()
    {
        // SplitMix64 from seed 1234567 begins 6457827717110365317, 3203168211198807973.
        var numbers = new SeededNumbers(1234567);

        numbers.Below(1_000_000_007).ShouldBe((int)(6457827717110365317UL % 1_000_000_007));
        numbers.Below(1_000_000_007).ShouldBe((int)(3203168211198807973UL % 1_000_000_007));
    }

    private static List<string> Told((EnquiryPlans Plans, IReadOnlyList<Step> Steps, Cast Cast) plan) =>
        [
            .. plan.Cast.Members.Select(member => $"{member.Person.FullName} {member.Ward.Name} {member.From} {member.Until}"),
            .. plan.Steps.Select(step =>
                $"{step.At:O} {step.Kind} {step.Enquiry?.Fill(step.Enquiry.Topic.Subject)} {step.Enquiry?.Member.Person.FullName} {step.Enquiry?.Resident} {step.Enquiry?.Rating}"
            ),
        ];

    private static (EnquiryPlans Plans, IReadOnlyList<Step> Steps, Cast Cast) Plan(DateOnly today) =>
        Plan(today, DemonstrationCouncils.Usual);

    private static (EnquiryPlans Plans, IReadOnlyList<Step> Steps, Cast Cast) Plan(DateOnly today, DemonstrationCouncil council)
    {
        using var db = new UnusedDb();
        var names = new FictionalNames(new SeededNumbers(1));
        var cast = new FictionalCouncil(
            db,
            council,
            new SeededNumbers(2),
            names,
            today,
            new DateTime(2025, 1, 2, 9, 0, 0, DateTimeKind.Utc)
        ).Make();
        var plans = new EnquiryPlans(new SeededNumbers(3), names, cast, Calendar(), today);
        return (plans, plans.Make(), cast);
    }

    private static CouncilCalendar Calendar() =>
        BankHolidays
            .Read(new SourceText("calendars/bank-holidays.tsv", Checkout.Read("protocols/calendars/bank-holidays.tsv")))
            .ForCouncil(Nation.EnglandAndWales);
}

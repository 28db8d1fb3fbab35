using Comity.Protocols.Calendars;
using Comity.Protocols.Calendars.Ledger;

namespace Comity.Protocols.Tests.Calendars;

public class DueLedgerTests
{
    private static readonly CouncilRegime Wigan = CouncilRegime.By(
        "wigan/6.2/c",
        "clause 6.2",
        Clock.WorkingDaysAfter(10),
        "wigan/6.2/c",
        Nation.EnglandAndWales
    );

    [Theory]
    [InlineData("2026-04-02", "2026-04-20")]
    [InlineData("2026-08-28", "2026-09-14")]
    public void Derive_an_enquiry_under_wigan_gives_the_tenth_working_day(string received, string due)
    {
        var derived = Open(Wigan, received).Derive();

        derived.State.ShouldBe(LedgerState.Running);
        derived.Due.ShouldBe(Day(due));
        derived.Working.ShouldNotBeNull().Steps[^1].ShouldBe(new WorkingStep(Day(due), 10, null));
        derived.IsOverdueOn(Day(due)).ShouldBeFalse();
        derived.IsOverdueOn(Day(due).AddDays(1)).ShouldBeTrue();
        derived.Objections.ShouldBeEmpty();
    }

    [Fact]
    public void Derive_over_easter_shows_each_day_with_its_number_or_its_reason()
    {
        var steps = Open(Wigan, "2026-04-02").Derive().Working.ShouldNotBeNull().Steps;

        steps.Length.ShouldBe(19);
        steps[0].ShouldBe(new WorkingStep(Day("2026-04-02"), null, "the day it starts from is not counted"));
        steps[1].ShouldBe(new WorkingStep(Day("2026-04-03"), null, "Good Friday, a holiday in England and Wales"));
        steps[2].ShouldBe(new WorkingStep(Day("2026-04-04"), null, "a Saturday"));
        steps[4].ShouldBe(new WorkingStep(Day("2026-04-06"), null, "Easter Monday, a bank holiday in England and Wales"));
        steps[5].ShouldBe(new WorkingStep(Day("2026-04-07"), 1, null));
    }

    [Fact]
    public void Add_a_pause_under_wigan_is_refused_with_the_norm()
    {
        var refused = Refused(
            Open(Wigan, "2026-04-02"),
            new Paused(Day("2026-04-08"), "constituent-asked", "the constituent was asked", "j.ward")
        );

        refused.Source.ShouldBe("wigan/6.2/c");
        refused.Reason.ShouldBe(
            "Clause 6.2 gives no pause on the ground `constituent-asked`. An arrangement of the council can give one, with its norm or its minute."
        );
    }

    [Fact]
    public void Add_an_extension_or_a_restart_under_wigan_is_refused()
    {
        var ledger = Open(Wigan, "2026-04-02");

        Refused(ledger, new ExtendedBy(Day("2026-04-08"), 5, "complex", "many files", "j.ward"))
            .Reason.ShouldStartWith("Clause 6.2 gives no extension");
        Refused(ledger, new ExtendedTo(Day("2026-04-08"), Day("2026-05-01"), "complex", "many files", "j.ward"))
            .Reason.ShouldStartWith("Clause 6.2 gives no extension");
        Refused(ledger, new InformationAsked(Day("2026-04-08"), "clarification", "which street", "j.ward"))
            .Reason.ShouldStartWith("Clause 6.2 gives no restart");
        Refused(ledger, new Restarted(Day("2026-04-08"), "the street was named", "j.ward"))
            .Reason.ShouldStartWith("Clause 6.2 gives no restart");
    }

    [Fact]
    public void Add_a_pause_that_an_arrangement_gives_leaves_out_both_its_ends()
    {
        var regime = Wigan.WithArrangement(Allowance.ToPause("constituent-asked", "minute 14 of 6 May 2026"));
        var ledger = Accepted(
            Open(regime, "2026-06-01"),
            new Paused(Day("2026-06-03"), "constituent-asked", "the constituent was asked for a date", "j.ward")
        );

        var paused = ledger.Derive();
        paused.State.ShouldBe(LedgerState.Paused);
        paused.Due.ShouldBeNull();
        paused.Counted.ShouldBe(1);

        var derived = Accepted(ledger, new Resumed(Day("2026-06-08"), "the constituent answered", "j.ward")).Derive();

        // Without the pause: 15 June. Wednesday 3 to Monday 8 June holds four working days.
        derived.Due.ShouldBe(Day("2026-06-19"));
        derived.Working.ShouldNotBeNull().Steps.Count(step => step.Reason == "paused: the constituent was asked for a date").ShouldBe(4);
        derived.Explanation.ShouldContain(
            "paused from Wednesday 3 June 2026 to Monday 8 June 2026, both left out: the constituent was asked for a date (minute 14 of 6 May 2026)"
        );
        Wigan.Allowances.ShouldBeEmpty();
    }

    [Fact]
    public void Add_a_pause_or_an_extension_once_overdue_is_refused()
    {
        var regime = Wigan
            .WithArrangement(Allowance.ToPause("sickness", "minute 14"))
            .WithArrangement(Allowance.ToExtend("sickness", "minute 14"));
        var ledger = Open(regime, "2026-06-01");

        Accepted(ledger, new Paused(Day("2026-06-15"), "sickness", "the officer is ill", "j.ward"));
        Refused(ledger, new Paused(Day("2026-06-16"), "sickness", "the officer is ill", "j.ward")).Reason.ShouldContain("overdue");
        Refused(ledger, new ExtendedBy(Day("2026-06-16"), 5, "sickness", "the officer is ill", "j.ward")).Reason.ShouldContain("overdue");
    }

    [Fact]
    public void Add_closure_days_moves_a_councils_clock_and_says_by_which_rule()
    {
        var closures = ClosureDays.By(
            "minute 12/2026",
            [
                new(Day("2026-12-29"), "Christmas closure"),
                new(Day("2026-12-30"), "Christmas closure"),
                new(Day("2026-12-31"), "Christmas closure"),
            ]
        );
        var ledger = Open(Wigan, "2026-12-16");
        ledger.Derive().Due.ShouldBe(Day("2027-01-04"));

        var derived = Accepted(ledger, new ClosuresApplied(Day("2026-12-17"), closures, "the offices are shut", "clerk")).Derive();

        derived.Due.ShouldBe(Day("2027-01-07"));
        derived
            .Working.ShouldNotBeNull()
            .Steps.ShouldContain(new WorkingStep(Day("2026-12-29"), null, "Christmas closure: the council is closed (minute 12/2026)"));
        derived.Calendar.Hash.ShouldNotBe(ledger.Derive().Calendar.Hash);
    }

    [Fact]
    public void Add_closure_days_to_a_clock_of_the_law_is_refused()
    {
        var closures = ClosureDays.By("minute 12/2026", [new(Day("2026-12-29"), "Christmas closure")]);
        var entry = new ClosuresApplied(Day("2026-12-17"), closures, "the offices are shut", "clerk");

        Refused(Open(StatutoryRegime.Foia, "2026-12-16"), entry).Source.ShouldBe("FOIA s.10(1)");
        Refused(Open(StatutoryRegime.Foisa, "2026-12-16"), entry).Source.ShouldBe("FOISA s.10(1)");
    }

    [Fact]
    public void Add_a_clarification_restarts_the_foi_clock_and_keeps_no_day_of_the_first_run()
    {
        var asked = Accepted(
            Open(StatutoryRegime.Foia, "2026-03-02"),
            new InformationAsked(Day("2026-03-10"), "clarification", "which contract is meant", "foi")
        );
        asked.Derive().State.ShouldBe(LedgerState.AwaitingInformation);
        asked.Derive().Due.ShouldBeNull();

        var derived = Accepted(asked, new Restarted(Day("2026-05-29"), "the contract was named", "foi")).Derive();

        derived.Due.ShouldBe(Day("2026-06-29"));
        derived.Working.ShouldNotBeNull().Anchor.ShouldBe(Day("2026-05-29"));
    }

    [Fact]
    public void Add_a_restart_forgets_the_extensions_and_the_pauses_of_the_first_run()
    {
        var regime = Wigan
            .WithArrangement(Allowance.ToRestart("unclear", "minute 14"))
            .WithArrangement(Allowance.ToPause("unclear-place", "minute 14"))
            .WithArrangement(Allowance.ToExtend("complex", "minute 14"));
        var ledger = Accepted(Open(regime, "2026-06-01"), new Paused(Day("2026-06-05"), "unclear-place", "which street", "j.ward"));
        ledger = Accepted(ledger, new Resumed(Day("2026-06-09"), "the street was named", "j.ward"));
        ledger = Accepted(ledger, new ExtendedBy(Day("2026-06-09"), 5, "complex", "many files", "j.ward"));
        var byDate = Accepted(ledger, new ExtendedTo(Day("2026-06-09"), Day("2026-07-20"), "complex", "many files", "j.ward"));

        foreach (var before in (DueLedger[])[ledger, byDate])
        {
            // The new anchor lies inside the old pause, so a pause that was kept would move the date.
            var asked = Accepted(before, new InformationAsked(Day("2026-06-09"), "unclear", "which year", "j.ward"));
            Accepted(asked, new Restarted(Day("2026-06-09"), "the year was named", "j.ward")).Derive().Due.ShouldBe(Day("2026-06-23"));
        }

        var rerun = DueLedger.Restore(
            regime,
            TestCalendars.Shipped,
            [
                new Started(Day("2026-06-01"), "received", "j.ward"),
                new Paused(Day("2026-06-02"), "unclear-place", "which street", "j.ward"),
                new Resumed(Day("2026-06-12"), "the street was named", "j.ward"),
                new Restarted(Day("2026-06-05"), "written down a week late", "j.ward"),
            ]
        );
        rerun.Derive().Due.ShouldBe(Day("2026-06-19"));
        rerun.Derive().Objections.Length.ShouldBe(1);
    }

    [Fact]
    public void Add_closure_days_to_another_clock_of_the_law_is_refused()
    {
        var scrutiny = StatutoryRegime.By(
            "scrutiny-documents",
            "regulation 17 of the 2012 Regulations",
            Clock.ClearDaysAfter(10),
            "SI 2012/2089 reg.17",
            Nation.EnglandAndWales
        );
        var ledger = Open(scrutiny, "2026-12-18");
        var closures = ClosureDays.By("minute 12/2026", [new(Day("2026-12-24"), "Christmas closure")]);

        ledger.Derive().Due.ShouldBe(Day("2026-12-28"));
        Refused(ledger, new ClosuresApplied(Day("2026-12-19"), closures, "the offices are shut", "clerk"))
            .Reason.ShouldBe("The council's closure days count in regulation 17 of the 2012 Regulations: a council cannot leave them out.");
    }

    // LGA 1972 Part VA and SI 2012/2089: the clocks that run back from a meeting, and those that follow a decision.
    [Theory]
    [InlineData("5 clear days before", "2026-06-10", "2026-06-02")]
    [InlineData("28 clear calendar days before", "2026-06-30", "2026-06-01")]
    [InlineData("28 days before", "2026-06-30", "2026-06-02")]
    [InlineData("24 hours after", "2026-06-10", "2026-06-11")]
    [InlineData("10 clear days after", "2026-06-10", "2026-06-20")]
    [InlineData("28 days after", "2026-05-07", "2026-06-04")]
    public void Derive_the_clocks_of_access_to_meetings_gives_their_days(string clock, string anchor, string due)
    {
        var regime = StatutoryRegime.By("x", "the regulation", Clock.TryParse(clock).ShouldNotBeNull(), "reg", Nation.EnglandAndWales);

        var derived = Open(regime, anchor).Derive();

        derived.Due.ShouldBe(Day(due));
        derived.Working.ShouldNotBeNull().Steps[0].Date.ShouldBe(Day(anchor));
    }

    [Fact]
    public void Add_a_stop_before_the_meeting_to_a_clock_that_runs_back_says_whether_notice_was_in_time()
    {
        var regime = StatutoryRegime.By(
            "agenda",
            "the notice of a meeting",
            Clock.ClearDaysBefore(5),
            "LGA 1972 s.100B",
            Nation.EnglandAndWales
        );
        var ledger = Open(regime, "2026-06-10");

        Accepted(ledger, new Stopped(Day("2026-06-02"), "published", "clerk")).Derive().EndedLate.ShouldBeFalse();
        Accepted(ledger, new Stopped(Day("2026-06-03"), "published", "clerk")).Derive().EndedLate.ShouldBeTrue();
    }

    [Theory]
    [InlineData("foia")]
    [InlineData("eir")]
    [InlineData("eir-review")]
    [InlineData("foisa")]
    [InlineData("foisa-review")]
    public void FromKey_finds_each_regime_of_the_access_laws(string key) =>
        StatutoryRegime.FromKey(key).ShouldNotBeNull().Key.ShouldBe(key);

    [Fact]
    public void Derive_the_remaining_regimes_gives_their_dates()
    {
        Open(StatutoryRegime.EirReview, "2026-03-02").Derive().Due.ShouldBe(Day("2026-04-30"));
        var paused = Accepted(
            Open(StatutoryRegime.Foisa, "2026-03-02"),
            new Paused(Day("2026-03-10"), "fees-notice", "a fees notice was given", "foi")
        );
        Accepted(paused, new Resumed(Day("2026-03-11"), "the fee was paid", "foi")).Derive().Due.ShouldBe(Day("2026-04-01"));
        var asked = Accepted(
            Open(StatutoryRegime.Eir, "2026-03-02"),
            new InformationAsked(Day("2026-03-10"), "clarification", "which site", "foi")
        );
        Accepted(asked, new Restarted(Day("2026-07-20"), "the site was named", "foi")).Derive().Due.ShouldBe(Day("2026-08-18"));
    }

    [Fact]
    public void Add_a_pause_for_a_clarification_says_that_the_foi_clock_restarts_instead()
    {
        var refused = Refused(
            Open(StatutoryRegime.Foia, "2026-03-02"),
            new Paused(Day("2026-03-10"), "clarification", "which contract", "foi")
        );

        refused.Reason.ShouldBe("On the ground `clarification` the clock begins again; it does not pause.");
        refused.Source.ShouldBe("FOIA s.1(3) and s.10(6)");
        Refused(Open(StatutoryRegime.Foia, "2026-03-02"), new Restarted(Day("2026-03-10"), "it was clearer", "foi"))
            .Reason.ShouldContain("nothing has been asked for");
    }

    [Fact]
    public void Add_a_fees_notice_pauses_the_foi_clock()
    {
        var ledger = Accepted(
            Open(StatutoryRegime.Foia, "2026-06-01"),
            new Paused(Day("2026-06-10"), "fees-notice", "a fees notice was given", "foi")
        );
        var derived = Accepted(ledger, new Resumed(Day("2026-06-12"), "the fee was paid", "foi")).Derive();

        // 20 working days from 1 June skip 15 June (Scotland): 30 June; and 10, 11 and 12 June with the pause: 3 July.
        derived.Due.ShouldBe(Day("2026-07-03"));
    }

    [Fact]
    public void Add_a_public_interest_extension_needs_its_notice_within_the_first_twenty_days()
    {
        var ledger = Open(StatutoryRegime.Foia, "2026-05-29");
        var inTime = new ExtendedTo(Day("2026-06-29"), Day("2026-07-27"), "public-interest", "the balance is still being weighed", "foi");
        var late = new ExtendedTo(Day("2026-06-30"), Day("2026-07-27"), "public-interest", "the balance is still being weighed", "foi");

        Accepted(ledger, inTime).Derive().Due.ShouldBe(Day("2026-07-27"));
        Refused(ledger, late).Reason.ShouldContain("Monday 29 June 2026");
    }

    [Fact]
    public void Add_a_second_extension_after_the_twentieth_day_is_refused_though_the_clock_still_runs()
    {
        var ledger = Accepted(
            Open(StatutoryRegime.Foia, "2026-05-29"),
            new ExtendedTo(Day("2026-06-20"), Day("2026-07-27"), "public-interest", "the balance is still being weighed", "foi")
        );

        var refused = Refused(
            ledger,
            new ExtendedTo(Day("2026-07-20"), Day("2026-08-24"), "public-interest", "the balance is still being weighed", "foi")
        );

        refused.Reason.ShouldBe("Notice had to be given by Monday 29 June 2026; Monday 20 July 2026 is too late.");
        refused.Source.ShouldBe("FOIA s.10(3) and s.17");
    }

    [Fact]
    public void Add_an_eir_extension_goes_to_forty_working_days_and_no_further()
    {
        var ledger = Open(StatutoryRegime.Eir, "2026-03-02");
        const string ground = "complex-and-voluminous";

        var derived = Accepted(ledger, new ExtendedBy(Day("2026-03-31"), 20, ground, "forty files", "foi")).Derive();

        derived.Due.ShouldBe(Day("2026-04-30"));
        derived.Working.ShouldNotBeNull().Steps[^1].Number.ShouldBe(40);
        Refused(ledger, new ExtendedBy(Day("2026-03-31"), 21, ground, "forty files", "foi"))
            .Reason.ShouldBe("Friday 1 May 2026 is beyond Thursday 30 April 2026, the furthest that can be given.");
        Refused(ledger, new ExtendedBy(Day("2026-04-01"), 20, ground, "forty files", "foi")).Reason.ShouldContain("overdue");
        Refused(ledger, new ExtendedBy(Day("2026-03-31"), 20, "public-interest", "forty files", "foi"))
            .Reason.ShouldContain("`complex-and-voluminous`");
    }

    [Fact]
    public void Add_an_extension_to_a_day_that_does_not_count_or_is_not_later_is_refused()
    {
        var ledger = Open(StatutoryRegime.Foia, "2026-05-29");

        Refused(ledger, new ExtendedTo(Day("2026-06-10"), Day("2026-07-25"), "public-interest", "weighing", "foi"))
            .Reason.ShouldContain("a Saturday");
        Refused(ledger, new ExtendedTo(Day("2026-06-10"), Day("2026-07-13"), "public-interest", "weighing", "foi"))
            .Reason.ShouldContain("Northern Ireland");
        Refused(ledger, new ExtendedTo(Day("2026-06-10"), Day("2026-06-29"), "public-interest", "weighing", "foi"))
            .Reason.ShouldContain("not later");
        Refused(ledger, new ExtendedTo(Day("2026-06-10"), Day("2029-01-08"), "public-interest", "weighing", "foi"))
            .Reason.ShouldContain("2025 to 2028");
    }

    [Fact]
    public void Derive_foisa_gives_twenty_days_and_a_review_twenty_more_of_its_own()
    {
        Open(StatutoryRegime.Foisa, "2026-03-02").Derive().Due.ShouldBe(Day("2026-03-30"));
        Open(StatutoryRegime.FoisaReview, "2026-06-30").Derive().Due.ShouldBe(Day("2026-07-28"));
        Refused(Open(StatutoryRegime.FoisaReview, "2026-06-30"), new ExtendedBy(Day("2026-07-01"), 5, "complex", "files", "foi"))
            .Reason.ShouldContain("A council cannot add one to the law.");
    }

    [Fact]
    public void Add_a_stop_ends_the_ledger_and_says_whether_it_was_in_time()
    {
        var ledger = Open(Wigan, "2026-04-02");

        var onTheDay = Accepted(ledger, new Stopped(Day("2026-04-20"), "answered in full", "j.ward"));
        onTheDay.Derive().State.ShouldBe(LedgerState.Stopped);
        onTheDay.Derive().EndedLate.ShouldBeFalse();
        onTheDay.Derive().IsOverdueOn(Day("2026-06-01")).ShouldBeFalse();
        Accepted(ledger, new Stopped(Day("2026-04-21"), "answered in full", "j.ward")).Derive().EndedLate.ShouldBeTrue();
        Refused(onTheDay, new Resumed(Day("2026-04-21"), "again", "j.ward")).Reason.ShouldContain("ended on Monday 20 April 2026");
    }

    [Fact]
    public void Add_lines_out_of_order_or_without_a_pause_is_refused()
    {
        var regime = Wigan.WithArrangement(Allowance.ToPause("sickness", "minute 14"));
        var ledger = Open(regime, "2026-06-02");

        Refused(ledger, new Paused(Day("2026-06-01"), "sickness", "ill", "j.ward")).Reason.ShouldContain("cannot follow");
        Refused(ledger, new Resumed(Day("2026-06-03"), "well", "j.ward")).Reason.ShouldBe("The clock is not paused.");
        Refused(ledger, new Started(Day("2026-06-03"), "again", "j.ward")).Reason.ShouldBe("The clock has started already.");
        var paused = Accepted(ledger, new Paused(Day("2026-06-03"), "sickness", "ill", "j.ward"));
        Refused(paused, new Paused(Day("2026-06-04"), "sickness", "ill", "j.ward")).Reason.ShouldContain("is paused since");
    }

    [Fact]
    public void Recount_with_a_day_proclaimed_later_moves_the_date_and_keeps_what_was_accepted()
    {
        var ledger = Accepted(
            Open(StatutoryRegime.Eir, "2026-03-02"),
            new ExtendedBy(Day("2026-03-31"), 20, "complex-and-voluminous", "forty files", "foi")
        );
        var newer = BankHolidays.Read(
            TestCalendars.Source with
            {
                Text =
                    TestCalendars.Source.Text.Replace("# dated: 2026-11-22", "# dated: 2026-12-01", StringComparison.Ordinal)
                    + "2026-04-29\tengland-and-wales\tDay of thanks\tproclaimed\tverified\ttest\n",
            }
        );

        var after = ledger.Recount(newer).Derive();

        ledger.Derive().Due.ShouldBe(Day("2026-04-30"));
        after.Due.ShouldBe(Day("2026-05-01"));
        after.Objections.ShouldBeEmpty();
        after.Calendar.Dated.ShouldBe(Day("2026-12-01"));
    }

    [Fact]
    public void Between_two_editions_lists_only_the_clocks_whose_date_moves()
    {
        var newer = BankHolidays.Read(
            TestCalendars.Source with
            {
                Text = TestCalendars.Source.Text + "2026-04-15\tscotland\tDay of thanks\tproclaimed\tverified\ttest\n",
            }
        );
        Dictionary<string, DueLedger> open = new()
        {
            ["english protocol"] = Open(Wigan, "2026-04-02"),
            ["foi over the day"] = Open(StatutoryRegime.Foia, "2026-03-30"),
            ["foi after the day"] = Open(StatutoryRegime.Foia, "2026-04-15"),
        };

        var change = DueDateChange.Between(open, newer).ShouldHaveSingleItem();

        change.Reference.ShouldBe("foi over the day");
        change.Before.Due.ShouldBe(Day("2026-04-29"));
        change.After.Due.ShouldBe(Day("2026-04-30"));
    }

    [Fact]
    public void Restore_a_line_that_no_source_gives_keeps_its_effect_and_objects()
    {
        var derived = DueLedger
            .Restore(
                Wigan,
                TestCalendars.Shipped,
                [
                    new Started(Day("2026-06-01"), "received", "j.ward"),
                    new ExtendedBy(Day("2026-06-02"), 5, "withdrawn-arrangement", "many files", "j.ward"),
                ]
            )
            .Derive();

        derived.Due.ShouldBe(Day("2026-06-22"));
        derived.Objections.ShouldHaveSingleItem().Source.ShouldBe("wigan/6.2/c");
        Should.Throw<ArgumentException>(() => DueLedger.Restore(Wigan, TestCalendars.Shipped, []));
    }

    [Fact]
    public void Derive_past_the_years_of_the_data_says_so_and_gives_no_date()
    {
        var derived = Open(StatutoryRegime.Foia, "2028-12-11").Derive();

        derived.State.ShouldBe(LedgerState.CannotReckon);
        derived.Due.ShouldBeNull();
        derived.Explanation[^1].ShouldContain("2025 to 2028");
    }

    [Fact]
    public void Derive_a_clock_without_a_number_is_undated_and_cannot_be_paused()
    {
        var regime = CouncilRegime.By("x", "clause 3", Clock.Promptly, "x/3/a", Nation.Scotland, Allowance.ToPause("sickness", "x/3/b"));
        var ledger = Open(regime, "2026-06-01");

        ledger.Derive().State.ShouldBe(LedgerState.Undated);
        Refused(ledger, new Paused(Day("2026-06-02"), "sickness", "ill", "j.ward")).Reason.ShouldContain("no days");
    }

    [Theory]
    [InlineData("", "j.ward")]
    [InlineData("ill", " ")]
    public void Make_a_line_without_a_reason_or_an_author_fails(string reason, string by) =>
        Should.Throw<ArgumentException>(() => new Stopped(Day("2026-06-01"), reason, by));

    private static DueLedger Open(Regime regime, string anchor) =>
        DueLedger.Open(regime, TestCalendars.Shipped, new Started(Day(anchor), "received", "j.ward"));

    private static DueLedger Accepted(DueLedger ledger, LedgerEntry entry) => ledger.Add(entry).ShouldBeOfType<LedgerAccepted>().Ledger;

    private static LedgerRefused Refused(DueLedger ledger, LedgerEntry entry) => ledger.Add(entry).ShouldBeOfType<LedgerRefused>();

    private static DateOnly Day(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
}

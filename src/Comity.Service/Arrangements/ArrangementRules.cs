using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Service.Arrangements;

/// <summary>Every key that a council can settle.</summary>
public static class ArrangementRules
{
    // What the value's column holds.
    private const int Longest = 2_000;
    private const int MostMonths = 240;

    public static IReadOnlyList<ArrangementRule> All { get; } =
    [
        InDays(
            ArrangementKeys.ReplyTime,
            "Time for a reply to a member",
            "Where the protocol gives no number of days for a reply, the council may settle one. It never takes the place of a number that the protocol gives.",
            "Within how many working days is a member answered?",
            60
        ),
        InDays(
            ArrangementKeys.ReplyAfterAcknowledgement,
            "Full reply after an explained acknowledgement",
            "The protocol names no date by which a full reply follows an acknowledgement.",
            "Within how many working days does the full reply follow?",
            60
        ),
        new(
            ArrangementKeys.PauseForMember,
            "Pausing the clock while the member is asked something",
            "The protocol gives no pause.",
            ArrangementForm.YesOrNo,
            "May the clock be paused while the member is asked something?",
            "While it is paused the days do not count. Without an arrangement, or with “No”, the clock runs on",
            value => value is "yes" or "no" ? null : "Choose yes or no"
        ),
        InDays(
            ArrangementKeys.Extension,
            "Putting the date back once, with a reason",
            "The protocol gives no extension.",
            "By how many working days may the date be put back?",
            60
        ),
        InDays(
            ArrangementKeys.FollowUpWindow,
            "Following up on the same matter",
            "The protocol does not say how long a member may come back to a matter that was answered.",
            "For how many working days after a reply may the member follow up?",
            250
        ),
        new(
            ArrangementKeys.AgreedDate,
            "A later date that the member agrees to",
            "The protocol gives no date by agreement.",
            ArrangementForm.YesOrNo,
            "May a full answer come later, on a date to which the member agrees?",
            "The officer says fully what is happening and proposes the date; without the member’s yes the date stays",
            value => value is "yes" or "no" ? null : "Choose yes or no"
        ),
        InDays(
            ArrangementKeys.ReviewTime,
            "Looking again at a decision on information",
            "The protocol gives no time for looking again at a decision to keep something back. Where the law gives one, the law’s stands.",
            "Within how many working days is a decision looked at again?",
            60
        ),
        InDays(
            ArrangementKeys.ReminderBefore,
            "Reminding the officer before the date",
            "The protocol wants replies inside the limit and does not say when to remind.",
            "How many working days before the date is the officer reminded?",
            30
        ),
        InDays(
            ArrangementKeys.NextStep,
            "Days before an overdue reply goes the next step up",
            "The protocol does not say after how long an overdue reply goes from one step to the next. Until it is settled the member takes each further step by hand.",
            "After how many working days does it go to the next step?",
            30
        ),
        new(
            ArrangementKeys.ClosureDays,
            "Days on which the council is closed",
            "The protocol counts working days and names no closure days. They are never used for a statutory clock.",
            ArrangementForm.Dates,
            "On which days is the council closed?",
            "One day on each line, for example 29 12 2026. Weekends and bank holidays are known",
            Dates
        ),
        new(
            ArrangementKeys.MailKept,
            "How long an email is kept that joins no matter",
            "The protocol does not say how long an email is kept that was turned away, or that needed no answer. Until it is settled every one is kept.",
            ArrangementForm.Months,
            "For how many months is it kept after that was decided?",
            $"A whole number of months, from 1 to {MostMonths}. Then its words are erased, and the record keeps that they were. What waits for a decision stays, and what joined a matter stays with it",
            value => Whole(value, 1, MostMonths) ? null : $"Enter a number of months from 1 to {MostMonths}"
        ),
        new(
            ArrangementKeys.PublicFigures,
            "Showing everybody how members are answered",
            "The protocol does not say whether the council publishes how it answers its members.",
            ArrangementForm.YesOrNo,
            "May everybody see the figures, quarter by quarter?",
            "Numbers by which somebody could be recognised are kept back. Without an arrangement, or with “No”, nobody outside sees any",
            value => value is "yes" or "no" ? null : "Choose yes or no"
        ),
        new(
            ArrangementKeys.ConcernWithoutAWay,
            "Who hears a concern where the protocol leads to nobody",
            "For some concerns the protocol names nobody, or only somebody who is a party to it. Without an arrangement somebody who is no party is asked each time who hears it.",
            ArrangementForm.Office,
            "Who hears it?",
            "The holder of the office, never somebody whom the concern is about or who raised it",
            Role
        ),
        InDays(
            ArrangementKeys.ConcernTakenUp,
            "Taking up a concern",
            "The protocol gives no time in which whoever hears a concern takes it up.",
            "Within how many working days is a concern taken up?",
            30
        ),
        InDays(
            ArrangementKeys.ConcernOutcome,
            "The outcome of a concern",
            "The protocol gives no number of days for the outcome of a concern.",
            "Within how many working days does a step of a concern come to an outcome?",
            120
        ),
        InDays(
            ArrangementKeys.ConcernAnswer,
            "Time to answer a concern about oneself",
            "The protocol does not say how long the person whom a concern is about has to answer.",
            "Within how many working days may the person answer, once told?",
            60
        ),
        new(
            ArrangementKeys.ConcernReview,
            "Who looks at the outcome of a concern again",
            "The protocol gives no appeal against the outcome of a concern.",
            ArrangementForm.Office,
            "Who looks at it again?",
            "Without an arrangement nobody does inside the council. It is never the person who decided",
            Role
        ),
    ];

    public static ArrangementRule? Find(string? key) => All.FirstOrDefault(rule => rule.Key == key) ?? Standard(key);

    /// <summary>Every key that a council under this protocol can settle: those of all councils, and the figures that its protocol leaves to it.</summary>
    public static IReadOnlyList<ArrangementRule> Under(Protocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var standards = protocol
            .Norms.SelectMany(norm => norm.Rules)
            .SelectMany(rule => rule.Effects)
            .OfType<DueEffect>()
            .Select(due => due.Clock.Clock.Standard)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => Standard(ArrangementKeys.StandardPrefix + name)!);
        return [.. standards, .. All];
    }

    private static ArrangementRule? Standard(string? key) =>
        key?.StartsWith(ArrangementKeys.StandardPrefix, StringComparison.Ordinal) == true
            ? InDays(
                key,
                $"The council’s own figure: {key[ArrangementKeys.StandardPrefix.Length..].Replace('-', ' ')}",
                "The protocol names a standard and leaves the figure to the council.",
                "How many working days is the council’s figure?",
                250
            )
            : null;

    private static ArrangementRule InDays(string key, string title, string silence, string question, int most) =>
        new(
            key,
            title,
            silence,
            ArrangementForm.WorkingDays,
            question,
            $"A whole number of working days, from 1 to {most}",
            value => Days(value, 1, most)
        );

    private static string? Days(string value, int least, int most) =>
        Whole(value, least, most) ? null : $"Enter a number of working days from {least} to {most}";

    private static bool Whole(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static string? Role(string value) =>
        value.Length is > 0 and <= 60 && value.All(letter => letter is '-' or (>= 'a' and <= 'z'))
            ? null
            : "Choose an office from the list";

    private static string? Dates(string value)
    {
        var parts = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return "Enter at least one date";
        }

        if (value.Length > Longest)
        {
            return "Enter 180 dates or fewer";
        }

        var wrong = parts.FirstOrDefault(part =>
            !DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );
        return wrong is null ? null : $"\"{(wrong.Length <= 40 ? wrong : wrong[..40])}\" is not a date. Write a date like 29 12 2026";
    }
}

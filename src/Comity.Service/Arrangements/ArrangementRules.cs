using System.Globalization;
using Comity.Protocols;
using Comity.Protocols.Language;

namespace Comity.Service.Arrangements;

/// <summary>Every key that a council can settle.</summary>
public static class ArrangementRules
{
    public static IReadOnlyList<ArrangementRule> All { get; } =
    [
        new(
            ArrangementKeys.ReplyTime,
            "Time for a reply to a member",
            "Where the protocol gives no number of days for a reply, the council may settle one. It never takes the place of a number that the protocol gives.",
            "A number of working days, 1 to 60",
            value => Days(value, 1, 60)
        ),
        new(
            ArrangementKeys.ReplyAfterAcknowledgement,
            "Full reply after an explained acknowledgement",
            "The protocol names no date by which a full reply follows an acknowledgement.",
            "A number of working days, 1 to 60",
            value => Days(value, 1, 60)
        ),
        new(
            ArrangementKeys.PauseForMember,
            "Pausing the clock while the member is asked something",
            "The protocol gives no pause.",
            "yes or no",
            value => value is "yes" or "no" ? null : "Enter yes or no"
        ),
        new(
            ArrangementKeys.Extension,
            "Putting the date back once, with a reason",
            "The protocol gives no extension.",
            "A number of working days, 1 to 60",
            value => Days(value, 1, 60)
        ),
        new(
            ArrangementKeys.FollowUpWindow,
            "Following up on the same matter",
            "The protocol does not say how long a member may come back to a matter that was answered.",
            "A number of working days, 1 to 250",
            value => Days(value, 1, 250)
        ),
        new(
            ArrangementKeys.ReminderBefore,
            "Reminding the officer before the date",
            "The protocol wants replies inside the limit and does not say when to remind.",
            "A number of working days, 1 to 30",
            value => Days(value, 1, 30)
        ),
        new(
            ArrangementKeys.NextStep,
            "Days before an overdue reply goes the next step up",
            "The protocol does not say after how long an overdue reply goes from one step to the next. Until it is settled the member takes each further step by hand.",
            "A number of working days, 1 to 30",
            value => Days(value, 1, 30)
        ),
        new(
            ArrangementKeys.ClosureDays,
            "Days on which the council is closed",
            "The protocol counts working days and names no closure days. They are never used for a statutory clock.",
            "Dates as 2026-12-29, with commas between them",
            Dates
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
            ? new(
                key,
                $"The council’s own figure: {key[ArrangementKeys.StandardPrefix.Length..].Replace('-', ' ')}",
                "The protocol names a standard and leaves the figure to the council.",
                "A number of working days, 1 to 250",
                value => Days(value, 1, 250)
            )
            : null;

    private static string? Days(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= most
            ? null
            : $"Enter a number of working days from {least} to {most}";

    private static string? Dates(string value)
    {
        var parts = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return "Enter at least one date";
        }

        var wrong = parts.FirstOrDefault(part =>
            !DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );
        return wrong is null ? null : $"\"{(wrong.Length <= 40 ? wrong : wrong[..40])}\" is not a date. Write dates like 2026-12-29";
    }
}

using System.Text;
using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.Information;

/// <summary>Tells a member in the reply what was decided of each thing that was asked for, and why.</summary>
public sealed class InformationAnswers(InformationItems items)
{
    /// <summary>The reply with what was decided below it; or why it cannot be sent yet.</summary>
    /// <param name="files">How many files go with it.</param>
    internal async Task<(ActResult.Refused? Refused, string Words)> TellAsync(
        CouncilWrite write,
        Matter matter,
        string words,
        int files,
        CancellationToken cancellationToken
    )
    {
        if (!InformationItems.IsAskedIn(matter) || await items.OfAsync(matter, cancellationToken) is not { Count: > 0 } all)
        {
            return (null, words);
        }

        // A file beside something undecided would be a release that nobody has decided.
        if (all.FirstOrDefault(item => item.Item.Outcome == ItemOutcome.Open) is { } open)
        {
            return (new ActResult.Refused($"Decide first on what was asked for: {open.Asked}.", Audience.SafeguardSource), words);
        }

        if (files > 0 && all.All(item => item.Item.Outcome is not (ItemOutcome.All or ItemOutcome.Part)))
        {
            return (new ActResult.Refused("Nothing of it is let out, so no file can go with the reply.", Audience.SafeguardSource), words);
        }

        var text = new StringBuilder(words);
        foreach (var item in all.Where(item => item.Item.ToldAt is null))
        {
            text.Append("\n\n").Append(InWords(item));
            item.Item.ToldAt = write.At;
        }

        return (null, text.ToString());
    }

    /// <summary>What was decided of one thing, as the member reads it.</summary>
    public static string InWords(ItemAsRead item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var text = new StringBuilder(item.Asked).Append(": ").Append(OutcomeInWords(item.Item.Outcome)).Append('.');
        if (item.Item.Confidential)
        {
            text.Append(" It comes in confidence.");
        }

        if (item.Ruling is not { } ruling || item.Item.Outcome is not (ItemOutcome.Part or ItemOutcome.Refused))
        {
            return text.ToString();
        }

        if (ruling.LeftOut.Length > 0)
        {
            text.Append("\nLeft out: ").Append(ruling.LeftOut);
        }

        foreach (var ground in ruling.Grounds)
        {
            text.Append("\nReason: ").Append(WithholdingGrounds.InFull(ground)).Append('.');
        }

        text.Append('\n').Append(ruling.Reasons);
        if (item.Findings?.Narrower is { Length: > 0 } narrower)
        {
            text.Append("\nWhat could be supplied instead: ").Append(narrower);
        }

        return text.Append("\nYou can ask for this to be looked at again by somebody else.").ToString();
    }

    public static string OutcomeInWords(ItemOutcome outcome) =>
        outcome switch
        {
            ItemOutcome.Open => "not decided yet",
            ItemOutcome.All => "you can have all of it",
            ItemOutcome.Part => "you can have part of it",
            ItemOutcome.Refused => "it is kept back",
            ItemOutcome.NotHeld => "the council does not hold it",
            _ => "it was looked for and cannot be found",
        };
}

using System.Globalization;

namespace Comity.Protocols.Language;

/// <summary>Reads a condition: <c>or</c> of <c>and</c> of <c>not</c>, parentheses and tests of one fact.</summary>
internal static class ConditionReader
{
    public static Condition? Read(LineReader line) => ReadAny(line);

    /// <summary>Reads a condition that must be all that is left of the line.</summary>
    public static Condition? ReadToEnd(LineReader line)
    {
        var condition = ReadAny(line);
        return condition is not null && line.ExpectEnd() ? condition : null;
    }

    private static Condition? ReadAny(LineReader line) => ReadJoined(line, "or", ReadAll, parts => new AnyCondition(parts));

    private static Condition? ReadAll(LineReader line) => ReadJoined(line, "and", ReadOne, parts => new AllConditions(parts));

    private static Condition? ReadJoined(
        LineReader line,
        string joint,
        Func<LineReader, Condition?> readPart,
        Func<IReadOnlyList<Condition>, Condition> join
    )
    {
        var parts = new List<Condition>();
        do
        {
            if (readPart(line) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        } while (line.Take(joint));

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private static Condition? ReadOne(LineReader line)
    {
        if (line.Take("not"))
        {
            return ReadOne(line) is { } inner ? new NotCondition(inner) : null;
        }

        if (line.Take("("))
        {
            return ReadAny(line) is { } inner && line.Expect(")", DiagnosticKinds.ConditionForm) ? inner : null;
        }

        if (line.Peek is "and" or "or" or "is")
        {
            line.Bag.Report(DiagnosticKinds.ConditionForm, line.Here, $"expected a fact, but {line.Found}");
            return null;
        }

        return line.Name(DiagnosticKinds.ConditionForm, "a fact") is { } fact ? ReadTest(line, fact) : null;
    }

    private static Condition? ReadTest(LineReader line, Name fact)
    {
        if (!line.Take("is"))
        {
            return new FactIsYes(fact);
        }

        if (line.Take("one", "of"))
        {
            return line.Names(DiagnosticKinds.ConditionForm, "a value") is { } values ? new FactIsOneOf(fact, values) : null;
        }

        if (line.Take("known"))
        {
            return new FactIsKnown(fact);
        }

        Comparison? comparison =
            line.Take("more", "than") ? Comparison.MoreThan
            : line.Take("at", "least") ? Comparison.AtLeast
            : line.Take("at", "most") ? Comparison.AtMost
            : line.Take("fewer", "than") ? Comparison.FewerThan
            : null;
        if (comparison is { } how)
        {
            return ReadNumber(line) is { } number ? new FactCompares(fact, how, number) : null;
        }

        var negative = line.Take("not");
        if (line.Name(DiagnosticKinds.ConditionForm, "a value") is not { } value)
        {
            return null;
        }

        var test = new FactIsOneOf(fact, [value]);
        return negative ? new NotCondition(test) : test;
    }

    private static decimal? ReadNumber(LineReader line)
    {
        if (line.Name(DiagnosticKinds.ConditionForm, "a number") is not { } word)
        {
            return null;
        }

        if (
            decimal.TryParse(
                word.Text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        line.Bag.Report(DiagnosticKinds.ConditionForm, word.At, $"expected a number, but found `{word}`");
        return null;
    }
}

namespace Comity.Protocols.Evaluation;

/// <summary>Reads the lines that describe a situation; cases and stored situations write them alike.</summary>
internal static class SituationReader
{
    public static IReadOnlyList<string> Keywords { get; } = ["act", "by", "to", "about", "fact", "on"];

    /// <summary>Reads one line into the builder. Null when the line does not start with a word of a situation; nothing has been taken then.</summary>
    public static SituationBuilder? Read(LineReader line, SituationBuilder builder)
    {
        var word = line.Peek;
        if (!Keywords.Contains(word))
        {
            return null;
        }

        line.Take(word);
        switch (word)
        {
            case "act":
                return line.Name(DiagnosticKinds.LineForm, "an act") is { } act && line.ExpectEnd() ? builder.Act(act) : builder;
            case "fact":
                return
                    line.Name(DiagnosticKinds.LineForm, "a fact") is { } fact
                    && line.Expect("=", DiagnosticKinds.LineForm)
                    && line.Name(DiagnosticKinds.LineForm, "a value") is { } value
                    && line.ExpectEnd()
                    ? builder.With(fact, value, replace: false)
                    : builder;
            case "on":
                if (line.Name(DiagnosticKinds.DateForm, "a date") is not { } day || !line.ExpectEnd())
                {
                    return builder;
                }

                return Dates.ParseOrNull(day.Text) is { } date
                    ? builder.On(date)
                    : builder.Wrong(DiagnosticKinds.DateForm, day.At, $"`{day}` is no date", "write it as `2026-04-20`");
            default:
                var roles = line.Names(DiagnosticKinds.LineForm, "a role") ?? [];
                line.ExpectEnd();
                return roles.Aggregate(
                    builder,
                    (next, role) =>
                        word switch
                        {
                            "by" => next.By(role),
                            "to" => next.To(role),
                            _ => next.About(role),
                        }
                );
        }
    }
}

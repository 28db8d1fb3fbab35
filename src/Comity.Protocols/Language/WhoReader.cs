namespace Comity.Protocols.Language;

/// <summary>Reads who deals with something.</summary>
internal static class WhoReader
{
    public static Who? Read(LineReader line)
    {
        var terms = new List<WhoTerm>();
        string? joint = null;
        do
        {
            if (ReadTerm(line) is not { } term)
            {
                return null;
            }

            terms.Add(term);
            if (line.Take("or", "else"))
            {
                return Read(line) is { } orElse ? new Who(terms, joint == "or", orElse) : null;
            }

            if (line.Peek is "and" or "or")
            {
                if (joint is not null && joint != line.Peek)
                {
                    line.Bag.Report(DiagnosticKinds.WhoForm, line.Here, "`and` and `or` stand in one line", "write two lines");
                    return null;
                }

                joint = line.Peek;
            }
        } while (joint is not null && line.Take(joint));

        return new Who(terms, joint == "or", null);
    }

    private static WhoTerm? ReadTerm(LineReader line)
    {
        if (line.Name(DiagnosticKinds.WhoForm, "a role or a party") is not { } name)
        {
            return null;
        }

        if (WhoTerm.PartyOf(name.Text) is { } party)
        {
            return new WhoTerm(null, party);
        }

        if (!line.Take("of"))
        {
            return new WhoTerm(name, null);
        }

        if (line.Name(DiagnosticKinds.WhoForm, "`actor`, `recipient` or `subject`") is not { } of)
        {
            return null;
        }

        if (WhoTerm.PartyOf(of.Text) is { } relativeTo)
        {
            return new WhoTerm(name, relativeTo);
        }

        line.Bag.Report(
            DiagnosticKinds.WhoForm,
            of.At,
            $"expected `actor`, `recipient` or `subject`, but found `{of}`",
            Nearest.Suggest(of.Text, ["actor", "recipient", "subject"])
        );
        return null;
    }
}

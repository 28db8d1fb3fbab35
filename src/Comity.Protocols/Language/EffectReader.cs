using System.Collections.Frozen;

namespace Comity.Protocols.Language;

/// <summary>Reads an effect of a rule; the first word has been looked at and not taken.</summary>
internal static class EffectReader
{
    /// <summary>The words with which a line of effect may start.</summary>
    public static IReadOnlyList<string> Keywords { get; } = ["may", "right", "is", "must", "should", "show", "ground", "instead"];

    private static readonly string[] Verbs = ["require", "route", "due", "stop", "wall", "register", "publish", "show"];

    private static readonly FrozenDictionary<string, MatterPart> Parts = Enum.GetValues<MatterPart>().ToFrozenDictionary(WallEffect.Words);

    public static Effect? Read(LineReader line)
    {
        var effect = ReadForm(line);
        return effect is not null && line.ExpectEnd() ? effect : null;
    }

    private static Effect? ReadForm(LineReader line)
    {
        if (line.Take("show"))
        {
            return ReadShow(line, Strength.Is);
        }

        if (line.Take("ground"))
        {
            return new GroundEffect();
        }

        if (line.Take("instead"))
        {
            return line.Name(DiagnosticKinds.LineForm, "an act") is { } act ? new InsteadEffect(act) : null;
        }

        if (line.Take("must", "not"))
        {
            return new ForbidEffect(Strength.Must);
        }

        if (line.Take("right", "not"))
        {
            return new ForbidEffect(Strength.Right);
        }

        if (line.Take("should", "not"))
        {
            return new AdviseAgainstEffect();
        }

        if (line.Take("is", "not", "permitted"))
        {
            return new ForbidEffect(Strength.Is);
        }

        if (line.Take("is", "permitted"))
        {
            return new PermitEffect(Strength.Is);
        }

        var strength = ReadStrength(line);
        return line.AtEnd && strength is (Strength.May or Strength.Right) ? new PermitEffect(strength) : ReadVerb(line, strength);
    }

    private static Strength ReadStrength(LineReader line) =>
        line.Take("must") ? Strength.Must
        : line.Take("should") ? Strength.Should
        : line.Take("may") ? Strength.May
        : line.Take("right") ? Strength.Right
        : line.Take("is") ? Strength.Is
        : throw new System.Diagnostics.UnreachableException();

    private static Effect? ReadVerb(LineReader line, Strength strength)
    {
        var at = line.Here;
        if (line.Take("require"))
        {
            return ReadRequire(line, strength);
        }

        if (line.Take("route"))
        {
            return line.Expect("to", DiagnosticKinds.LineForm) && WhoReader.Read(line) is { } who ? ReadRoute(line, strength, who) : null;
        }

        if (line.Take("due"))
        {
            return line.Name(DiagnosticKinds.LineForm, "the name of a duty") is { } duty && ClockReader.Read(line) is { } clock
                ? new DueEffect(strength, duty, clock)
                : null;
        }

        if (line.Take("stop"))
        {
            return line.Name(DiagnosticKinds.LineForm, "the name of a duty") is { } duty ? new StopEffect(strength, duty) : null;
        }

        if (line.Take("wall"))
        {
            return ReadWall(line, strength);
        }

        if (line.Take("register"))
        {
            return line.Name(DiagnosticKinds.LineForm, "the name of a register") is { } register
                ? new RegisterEffect(strength, register)
                : null;
        }

        if (line.Take("publish"))
        {
            return
                line.Name(DiagnosticKinds.LineForm, "what is published") is { } what
                && line.Expect("to", DiagnosticKinds.LineForm)
                && WhoReader.Read(line) is { } who
                ? new PublishEffect(strength, what, who)
                : null;
        }

        if (line.Take("show"))
        {
            return ReadShow(line, strength);
        }

        line.Bag.Report(
            DiagnosticKinds.LineForm,
            at,
            $"expected one of {string.Join(", ", Verbs.Select(v => $"`{v}`"))}, but {line.Found}",
            Nearest.Suggest(line.Peek, Verbs)
        );
        return null;
    }

    private static ShowEffect? ReadShow(LineReader line, Strength strength) =>
        line.QuotedText("show") is { } text ? new ShowEffect(strength, text) : null;

    private static RequireEffect? ReadRequire(LineReader line, Strength strength)
    {
        RequirementKind? kind =
            line.Take("approval", "of") ? RequirementKind.Approval
            : line.Take("consent", "of") ? RequirementKind.Consent
            : line.Take("signature", "of") ? RequirementKind.Signature
            : line.Take("notice", "to") ? RequirementKind.Notice
            : line.Take("copy", "to") ? RequirementKind.Copy
            : line.Take("consultation", "with") ? RequirementKind.Consultation
            : line.Take("record", "of") ? RequirementKind.Record
            : null;
        if (kind is null)
        {
            line.Bag.Report(
                DiagnosticKinds.LineForm,
                line.Here,
                "expected `approval of`, `consent of`, `signature of`, `notice to`, `copy to`, `consultation with` or `record of`, but "
                    + line.Found
            );
            return null;
        }

        Who? who = null;
        Name? record = null;
        if (kind == RequirementKind.Record)
        {
            record = line.Name(DiagnosticKinds.LineForm, "what is recorded");
        }
        else
        {
            who = WhoReader.Read(line);
        }

        if (who is null && record is null)
        {
            return null;
        }

        Name? metWhen = null;
        if (line.Take("met"))
        {
            metWhen = line.Expect("when", DiagnosticKinds.LineForm) ? line.Name(DiagnosticKinds.LineForm, "a fact") : null;
            if (metWhen is null)
            {
                return null;
            }
        }

        return new RequireEffect(strength, kind.Value, who, record, metWhen);
    }

    private static RouteEffect? ReadRoute(LineReader line, Strength strength, Who who)
    {
        Name? stage = null;
        Name? after = null;
        if (line.Take("as") && (stage = line.Name(DiagnosticKinds.LineForm, "the name of a stage")) is null)
        {
            return null;
        }

        return line.Take("after") && (after = line.Name(DiagnosticKinds.LineForm, "the name of a stage")) is null
            ? null
            : new RouteEffect(strength, who, stage, after);
    }

    private static WallEffect? ReadWall(LineReader line, Strength strength)
    {
        var at = line.Here;
        if (line.Name(DiagnosticKinds.LineForm, "a part of the matter") is not { } part)
        {
            return null;
        }

        if (!Parts.TryGetValue(part.Text, out var known))
        {
            line.Bag.ReportUnknown(DiagnosticKinds.LineForm, at, "part of a matter", part.Text, Parts.Keys);
            return null;
        }

        var visible = line.Take("visible", "to");
        if (!visible && !line.Take("hidden", "from"))
        {
            line.Bag.Report(DiagnosticKinds.LineForm, line.Here, $"expected `visible to` or `hidden from`, but {line.Found}");
            return null;
        }

        return WhoReader.Read(line) is { } who ? new WallEffect(strength, known, visible, who) : null;
    }
}

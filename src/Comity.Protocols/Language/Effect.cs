namespace Comity.Protocols.Language;

/// <summary>What a rule does while it is in force: a closed set of forms.</summary>
public abstract record Effect
{
    private protected Effect(Strength strength) => Strength = strength;

    /// <summary>How strongly it is said.</summary>
    public Strength Strength { get; init; }

    /// <summary>False for what only guides or is offered: <c>show</c>, <c>ground</c>, <c>instead</c>.</summary>
    public virtual bool IsActionable => true;

    /// <summary>The effect as the language writes it.</summary>
    public sealed override string ToString() => Write();

    private protected abstract string Write();

    private protected string Word =>
        Strength switch
        {
            Strength.Must => "must",
            Strength.Should => "should",
            Strength.May => "may",
            Strength.Right => "right",
            Strength.Is => "is",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary><c>may</c>, <c>right</c>, <c>is permitted</c>: the act may be done.</summary>
/// <param name="Strength">May, right or is.</param>
public sealed record PermitEffect(Strength Strength) : Effect(Strength)
{
    private protected override string Write() => Strength == Strength.Is ? "is permitted" : Word;
}

/// <summary><c>must not</c>, <c>right not</c>, <c>is not permitted</c>: the act may not be done. Final.</summary>
/// <param name="Strength">Must, right (somebody may count on its not being done) or is.</param>
public sealed record ForbidEffect(Strength Strength) : Effect(Strength)
{
    private protected override string Write() => Strength == Strength.Is ? "is not permitted" : $"{Word} not";
}

/// <summary><c>should not</c>: the answer is no, and a person may go on with a recorded reason.</summary>
public sealed record AdviseAgainstEffect() : Effect(Strength.Should)
{
    private protected override string Write() => "should not";
}

/// <summary><c>require KIND …</c>: a condition of the act.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Kind">What is required.</param>
/// <param name="Who">Whose approval, consent or signature, or who is told; null for a record.</param>
/// <param name="Record">What is recorded; null for the other kinds.</param>
/// <param name="MetWhen">The fact that says whether it is met, or null. While it is not known the condition is open.</param>
public sealed record RequireEffect(Strength Strength, RequirementKind Kind, Who? Who, Name? Record, Name? MetWhen) : Effect(Strength)
{
    /// <summary>The condition without its strength and without the fact that meets it: <c>approval of director</c>.</summary>
    public string Condition => $"{Words(Kind)} {(Who is null ? Record!.Text : Who.ToString())}";

    private protected override string Write() => $"{Word} require {Condition}{(MetWhen is null ? "" : $" met when {MetWhen}")}";

    private static string Words(RequirementKind kind) =>
        kind switch
        {
            RequirementKind.Approval => "approval of",
            RequirementKind.Consent => "consent of",
            RequirementKind.Signature => "signature of",
            RequirementKind.Notice => "notice to",
            RequirementKind.Copy => "copy to",
            RequirementKind.Record => "record of",
            RequirementKind.Consultation => "consultation with",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary><c>route to WHO</c>: a step of the route that the act takes.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Who">Who deals with it.</param>
/// <param name="NamedStage">The name after <c>as</c>, or null.</param>
/// <param name="After">The stage after which the step comes, or null.</param>
public sealed record RouteEffect(Strength Strength, Who Who, Name? NamedStage, Name? After) : Effect(Strength)
{
    /// <summary>The stage: the name after <c>as</c>, else the name of the first role or party.</summary>
    public string Stage => NamedStage?.Text ?? Who.Terms[0].Role?.Text ?? WhoTerm.Word(Who.Terms[0].Party!.Value);

    private protected override string Write() =>
        $"{Word} route to {Who}{(NamedStage is null ? "" : $" as {NamedStage}")}{(After is null ? "" : $" after {After}")}";
}

/// <summary><c>due DUTY CLOCK</c>: somebody owes something by a time.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Duty">What is owed.</param>
/// <param name="Clock">By when.</param>
public sealed record DueEffect(Strength Strength, Name Duty, ClockExpression Clock) : Effect(Strength)
{
    private protected override string Write() => $"{Word} due {Duty} {Clock}";
}

/// <summary><c>may stop DUTY</c>: that duty is no longer owed.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Duty">What is no longer owed.</param>
public sealed record StopEffect(Strength Strength, Name Duty) : Effect(Strength)
{
    private protected override string Write() => $"{Word} stop {Duty}";
}

/// <summary><c>wall PART visible to WHO</c> or <c>hidden from WHO</c>.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Part">Which part of the matter.</param>
/// <param name="Visible">True when it may be seen, false when it may not.</param>
/// <param name="Who">By whom.</param>
public sealed record WallEffect(Strength Strength, MatterPart Part, bool Visible, Who Who) : Effect(Strength)
{
    private protected override string Write() => $"{Word} wall {Words(Part)} {(Visible ? "visible to" : "hidden from")} {Who}";

    internal static string Words(MatterPart part) =>
        part switch
        {
            MatterPart.Matter => "matter",
            MatterPart.Content => "content",
            MatterPart.Constituent => "constituent",
            MatterPart.Identity => "identity",
            MatterPart.Notes => "notes",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary><c>register NAME</c>: something is kept in a register.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="Register">What is kept.</param>
public sealed record RegisterEffect(Strength Strength, Name Register) : Effect(Strength)
{
    private protected override string Write() => $"{Word} register {Register}";
}

/// <summary><c>publish NAME to WHO</c>: something is sent or shown unasked.</summary>
/// <param name="Strength">How strongly.</param>
/// <param name="What">What is sent or shown.</param>
/// <param name="Who">To whom.</param>
public sealed record PublishEffect(Strength Strength, Name What, Who Who) : Effect(Strength)
{
    private protected override string Write() => $"{Word} publish {What} to {Who}";
}

/// <summary><c>show "TEXT"</c>: guidance for the person acting.</summary>
/// <param name="Strength">How strongly the text says it; without a word before <c>show</c> it says how things are.</param>
/// <param name="Text">The guidance.</param>
public sealed record ShowEffect(Strength Strength, string Text) : Effect(Strength)
{
    /// <inheritdoc/>
    public override bool IsActionable => false;

    private protected override string Write() => Strength == Strength.Is ? $"show \"{Text}\"" : $"{Word} show \"{Text}\"";
}

/// <summary><c>ground</c>: may be cited as the ground of a concern.</summary>
public sealed record GroundEffect() : Effect(Strength.Is)
{
    /// <inheritdoc/>
    public override bool IsActionable => false;

    private protected override string Write() => "ground";
}

/// <summary><c>instead ACT</c>: what to offer in place of the act.</summary>
/// <param name="Act">The act to offer.</param>
public sealed record InsteadEffect(Name Act) : Effect(Strength.Is)
{
    /// <inheritdoc/>
    public override bool IsActionable => false;

    private protected override string Write() => $"instead {Act}";
}

namespace Comity.Protocols.Interviews;

/// <summary>What comes next in an interview: <see cref="WhoStep"/>, <see cref="FactStep"/> or <see cref="SettledStep"/>.</summary>
public abstract record InterviewStep
{
    private protected InterviewStep() { }
}

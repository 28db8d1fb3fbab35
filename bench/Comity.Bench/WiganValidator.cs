using Comity.Protocols;
using FluentValidation;
using FluentValidation.Results;

namespace Comity.Bench;

/// <summary>The rules of <see cref="HandWrittenSwitch"/> for FluentValidation: a rule that is in force is a failure with its bit.</summary>
internal sealed class WiganValidator : AbstractValidator<Asked>
{
    public WiganValidator()
    {
        When(
            asked => asked.Act == AskedAct.SendOfficialLetter,
            () =>
            {
                Rule(1, asked => asked.Signatory == 0);
                Rule(2, asked => asked.Signatory != 0 && asked.ReplyToOwnLetter);
                Rule(4, asked => asked.Signatory != 0 && asked.Delegated);
                Rule(8, asked => asked.Signatory != 0 && !asked.ReplyToOwnLetter && !asked.Delegated);
                Rule(16, asked => asked.Signatory != 0 && (asked.Obliges || asked.Instructs) && !asked.Delegated);
            }
        );
        When(
            asked => asked.Act == AskedAct.UseResources,
            () =>
            {
                Rule(1, asked => asked.Purpose != 0);
                Rule(2, asked => asked.Purpose == 0);
                Rule(4, asked => asked.Purpose is 1 or 2 || asked.PartlyPolitical);
                Rule(8, asked => asked.Purpose == 3 || asked.PartlyPrivate);
            }
        );
        When(
            asked => asked.Act == AskedAct.CriticisePublicly,
            () =>
            {
                Rule(1, asked => asked.Individual && asked.SubjectMatter == 0 && (asked.Venue <= 1 || asked.MediaPresent));
                Rule(2, asked => asked.Abuse && (asked.Venue <= 3 || asked.MediaPresent));
                Rule(4, asked => asked.DoubtsNeutrality && (asked.Venue <= 3 || asked.MediaPresent));
                Rule(8, asked => asked.Abuse && !asked.MediaPresent && asked.Venue >= 4);
            }
        );
    }

    public (Outcome Outcome, ulong Rules) Decide(Asked asked)
    {
        ulong rules = 0;
        foreach (ValidationFailure failure in Validate(asked).Errors)
        {
            rules |= (ulong)failure.CustomState;
        }

        return (HandWrittenSwitch.OutcomeOf(asked.Act, rules), rules);
    }

    private void Rule(ulong bit, Func<Asked, bool> isInForce) =>
        RuleFor(asked => asked.Act).Must((asked, _) => !isInForce(asked)).WithState(_ => bit).WithMessage("in force");
}

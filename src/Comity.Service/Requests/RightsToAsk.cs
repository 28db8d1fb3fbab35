using Comity.Protocols;
using Comity.Service.People;

namespace Comity.Service.Requests;

/// <summary>What the protocol in force and the law say of a member's asking by one right or another.</summary>
public sealed class RightsToAsk(EnquiryRules rules, CouncilOnDate council)
{
    /// <summary>
    /// Those that this council's texts speak of, each with the clauses, the simplest first. What anybody may have, and what the member needs for the work, are
    /// always among them: the first asks for nothing, the last is what is left.
    /// </summary>
    public async Task<IReadOnlyList<RightShown>> OfAsync(EnquiryCase enquiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        var others = enquiry
            .Facts.Where(fact => !RightToAsk.Answered.Contains(fact.Key))
            .ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        var plain = await rules.MayAskAsync(enquiry with { Facts = others }, cancellationToken);
        var shown = new List<RightShown>(RightToAsk.All.Count);
        var register = await council.RegisterAsync(enquiry.On, cancellationToken);
        var roles = register
            .OfficesOf(enquiry.MemberId, enquiry.On)
            .Select(office => office.Role)
            .Concat(register.PlacesOf(enquiry.MemberId, enquiry.On).SelectMany(place => place.Roles))
            .ToHashSet();
        foreach (var right in RightToAsk.All.Where(one => one.OnlyFor is not { } role || roles.Contains(role)))
        {
            var facts = new Dictionary<string, string>(others, StringComparer.Ordinal);
            foreach (var (fact, value) in right.Facts)
            {
                facts[fact] = value;
            }

            var answer = await rules.MayAskAsync(enquiry with { Facts = facts }, cancellationToken);
            var says = right == RightToAsk.Role ? ProtocolSays.Of(answer.Decision) : ProtocolSays.Of(answer.Decision, plain.Decision);
            if (!says.IsSilent || right == RightToAsk.Anybody || right == RightToAsk.Role)
            {
                shown.Add(new RightShown(right, says, answer.Decision.Outcome is Outcome.Forbidden));
            }
        }

        return shown;
    }

    /// <summary>The right that was chosen, for the matter: what it is about, and the clauses that speak of it.</summary>
    public static string InWords(RightToAsk right, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(decision);
        var clauses = string.Join("; ", decision.DecidedBy.Select(clause => $"{clause.Clause} {clause.Heading}").Distinct());
        return clauses.Length == 0 ? $"{right.Label}. No clause decides it." : $"{right.Label}. Decided by: {clauses}.";
    }
}

/// <param name="Says">What is said of it over and above what is said of any request.</param>
public sealed record RightShown(RightToAsk Right, ProtocolSays Says, bool IsForbidden);

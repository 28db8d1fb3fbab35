using Microsoft.AspNetCore.Authorization;

namespace Comity.Bench;

/// <summary>Weighs one requirement; a rule in force is a reason of the refusal.</summary>
internal sealed class RuleHandler : AuthorizationHandler<RuleRequirement, Asked>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RuleRequirement requirement, Asked resource)
    {
        if (requirement.IsInForce(resource))
        {
            context.Fail(new AuthorizationFailureReason(this, requirement.Bit));
        }
        else
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

namespace Comity.Testing;

/// <summary>
/// Says that a test shows this norm at work through the service, so that <c>comity coverage</c> can count it. A mark on a test
/// that would pass without the norm's rule is a defect.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NormAttribute(string id) : Attribute
{
    /// <summary>The id as the protocol file writes it, for example <c>wigan/6.2/c</c>.</summary>
    public string Id { get; } = id;
}

namespace Comity.Protocols.Routes;

/// <summary>How the person who deals with a step was found.</summary>
public enum Found
{
    /// <summary>The first holder of the office that the step names.</summary>
    AsWritten,

    /// <summary>Another holder of the same office.</summary>
    AnotherHolder,

    /// <summary>By the <c>or else</c> that the protocol writes.</summary>
    OrElse,

    /// <summary>The substitute whom the council has stated; the council's choice, not the protocol's.</summary>
    Substitute,
}

namespace Comity.GovUk.Layout;

/// <summary>
/// The nonce of this response's content security policy. Put one into the request's features and the layout writes it on its scripts and
/// style sheets; a policy of <c>'self'</c> needs none.
/// </summary>
public sealed record CspNonce(string Value);

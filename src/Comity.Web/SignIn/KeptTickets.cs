using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace Comity.Web.SignIn;

/// <summary>
/// Session cookies that were opened a moment ago: a browser sends the same one with every request, and opening it costs as much as asking the database. Only
/// the opening is spared: whether the session still holds is asked each time (<see cref="SessionCookie"/>). A protection key that was revoked counts after
/// a minute at the latest.
/// </summary>
internal sealed class KeptTickets(ISecureDataFormat<AuthenticationTicket> inner, TimeProvider clock)
    : ISecureDataFormat<AuthenticationTicket>
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private const int AtMost = 10_000;

    private readonly ConcurrentDictionary<string, (AuthenticationTicket Ticket, long Since)> _opened = new(StringComparer.Ordinal);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        // A purpose is given where the cookie is tied to a connection; such a one is opened each time.
        if (protectedText is null || purpose is not null)
        {
            return inner.Unprotect(protectedText, purpose);
        }

        if (_opened.TryGetValue(protectedText, out var kept) && clock.GetElapsedTime(kept.Since) < Lasts)
        {
            // Who it is for does not change; until when it holds is put off for each browser.
            return new AuthenticationTicket(kept.Ticket.Principal, kept.Ticket.Properties.Clone(), kept.Ticket.AuthenticationScheme);
        }

        if (inner.Unprotect(protectedText) is not { } ticket)
        {
            return null;
        }

        if (_opened.Count >= AtMost)
        {
            _opened.Clear();
        }

        _opened[protectedText] = (ticket.Clone(), clock.GetTimestamp());
        return ticket;
    }
}

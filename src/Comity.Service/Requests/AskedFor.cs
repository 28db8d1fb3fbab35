namespace Comity.Service.Requests;

/// <summary>What somebody is after who asks: the headings under which the kinds are offered.</summary>
public enum AskedFor
{
    Knowledge,
    Work,
    Meeting,
    Rules,
}

namespace Comity.Bench;

internal enum AskedAct : byte
{
    SendOfficialLetter,
    UseResources,
    CriticisePublicly,
}

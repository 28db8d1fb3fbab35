namespace Comity.Service.People.Import;

public enum PersonKind
{
    Member,
    Officer,
    Outside,
}

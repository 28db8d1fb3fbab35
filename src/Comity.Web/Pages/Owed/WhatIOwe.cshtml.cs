using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIOweModel(OwedList owed, CurrentViewer current) : OwedPageModel(owed, current, asDebtor: true);

// Written by `npm run openapi` from the modules’ tables: not by hand.
export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The chart of accounts: the Spanish PGC and the company’s own */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Add an account below one of the chart
         * @description It hangs below the longest code that it begins with. Its type is that account’s, unless another is given.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename an own account, or close it to new entries */
        patch: operations["patchAccount"];
        trace?: never;
    };
    "/accounts/{code}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every line of an account with its running balance
         * @description Opening and closing are the balances at the ends of the range, the same on every page. `consistent=true` waits until every entry posted before the request is in it.
         */
        get: operations["getAccountLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API clients by name */
        get: operations["listApiClients"];
        put?: never;
        /**
         * Make a sign-in for a program, with the role integration
         * @description The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.
         */
        post: operations["createApiClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-clients/{apiClientId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the access from an API client, for good */
        post: operations["removeApiClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-clients/{apiClientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret for an API client; the old one stops
         * @description The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.
         */
        post: operations["renewSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record's story from first to last: who did what, when, by which request
         * @description Each step is written with the change itself, in the same transaction. `was` holds the values before an edit. Of records that never end (stock, period gates) the first and the last step are kept here; the documents that moved them tell the rest.
         */
        get: operations["getStory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company and its policies */
        get: operations["getCompany"];
        put?: never;
        /**
         * Set up the company of the signed-in owner
         * @description Makes the settings, the fiscal years with their periods, the main warehouse and the walk-in customer. Once per company.
         */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings and policies */
        patch: operations["patchCompany"];
        trace?: never;
    };
    "/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credit notes, newest first */
        get: operations["listCreditNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes/{creditNoteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One credit note */
        get: operations["getCreditNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes/{creditNoteId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use unapplied credit of a credit note on invoices
         * @description Both sides stand on account 430, so nothing is posted.
         */
        post: operations["allocateCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes/{creditNoteId}/allocations/{invoiceId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what a credit note has paid of an invoice
         * @description Both are open again. Nothing is posted.
         */
        post: operations["unallocateCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes/{creditNoteId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the credit note as PDF, good for 15 minutes */
        get: operations["getCreditNotePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by name */
        get: operations["listCustomers"];
        put?: never;
        /** Add a customer */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer, with the credit in use */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a customer
         * @description Null clears a field. A first credit limit counts what the customer has open already.
         */
        patch: operations["patchCustomer"];
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page to read and to try */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A style sheet or script of that page */
        get: operations["getDocsAsset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export the journal or the trial balance as a file
         * @description A file of every entry (or balance) posted before the request. journal-hledger is a plain-text journal that `hledger check --strict` accepts. The link is good for 15 minutes.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fiscal-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a fiscal year with its twelve periods */
        post: operations["openFiscalYear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goods receipts, newest first */
        get: operations["listGoodsReceipts"];
        put?: never;
        /**
         * Receive goods at cost
         * @description Raises stock and its value, and posts 300 against 4009 (supplier, bill to come) or 5550 (opening stock), in one transaction.
         */
        post: operations["receiveGoods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods-receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One goods receipt */
        get: operations["getGoodsReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods-receipts/{receiptId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a goods receipt back, at its own cost */
        post: operations["reverseGoodsReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for somebody, and the figures of the day
         * @description One request, whose cost does not grow with the company: queues are counted up to 500, figures come from folded balances, which follow each posting within a second or so. Who works in the warehouse alone sees no money.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Import a web shop’s order file: answers with a link to upload it to
         * @description PUT the file to the link within a quarter of an hour; the import then runs by itself. Each document becomes an order that is shipped and invoiced, or a credit note; what was imported before is recognised by its number and left alone.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: how far it is, what it has made, what it could not take */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time-limited links to the whole report as JSON and as CSV */
        get: operations["getImportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The report row by row: what became of each, and why
         * @description There is a report once the import is done. Pages may be short while there is a cursor.
         */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoice-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts, newest first */
        get: operations["listDrafts"];
        put?: never;
        /**
         * Draft an invoice for services or other things that no order bills
         * @description A line is an item of the catalogue, or in words of its own. No stock moves.
         */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoice-drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft */
        get: operations["getDraft"];
        put?: never;
        post?: never;
        /** Throw a draft away; an issued one stays */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Lines are replaced whole. Null clears a field.
         */
        patch: operations["patchDraft"];
        trace?: never;
    };
    "/invoice-drafts/{draftId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue the invoice: it gets its number and its entry, and never changes again
         * @description On a dry run the number is provisional: the next one that is free at that moment.
         */
        post: operations["issueDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices, newest first */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice: lines, entry, what is open and what paid it */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{invoiceId}/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Credit an invoice, wholly or in part, at its own tax rates */
        post: operations["creditInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{invoiceId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A link to the invoice as PDF, good for 15 minutes */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by code */
        get: operations["listItems"];
        put?: never;
        /** Add an item: goods that are kept in stock, or a service */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, price, unit or tax code, or take the item out of the catalogue */
        patch: operations["patchItem"];
        trace?: never;
    };
    "/journal-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The journal: the entries of all documents by date
         * @description `q` looks for words in the text and the document’s number. With a filter that the index does not know (`q`, `account`) a page looks at 2,000 entries at most; it may then be short, and its cursor goes on.
         */
        get: operations["listEntries"];
        put?: never;
        /** Post a manual journal entry */
        post: operations["postEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal-entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry and the document it comes from */
        get: operations["getEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal-entries/{entryId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse a manual entry, once */
        post: operations["reverseEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am: e-mail, company and roles, as the token says
         * @description The first time, it makes an invited member active, and a member of somebody whom an administrator let in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have set in the console, and the views that my company shares
         * @description Version 0 where nothing was ever kept.
         */
        get: operations["getPreferences"];
        /**
         * Keep what I have set in the console
         * @description All of it, in place of what was kept: made from the version that is sent along. Where another browser was quicker it is refused; read again, put the change into that, and send it again. At most 16 KB.
         */
        put: operations["putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members by e-mail address
         * @description Everybody who was invited, and everybody who ever asked `GET /me` as a user of the company.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Invite somebody to the company
         * @description They get a mail with a temporary password, good for three days. An address can belong to one company only; one that is taken is refused alike, whoever has it.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the roles of a member
         * @description `roles` are all that the member is to have. They are in force from the next token on: within the hour.
         */
        patch: operations["patchMember"];
        trace?: never;
    };
    "/members/{memberId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the invitation again, with another temporary password */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the access to the company from a member
         * @description Nobody signs in or renews a token any more; a token that was given out before is good for up to an hour.
         */
        post: operations["removeMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a removed member back in, with the roles of before */
        post: operations["returnMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document: OpenAPI 3.1 */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order, or make a quote
         * @description Reserves the stock and checks the credit limit in the same transaction. Orders of up to 1,000 lines are taken whole or not at all.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order: its lines, its progress, and where its execution is */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order before it ships
         * @description Releases the stock and the credit. An invoice issued on order is taken back by a credit note, and money received stays as unapplied credit.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invoice what has been shipped or ordered and is not yet invoiced */
        post: operations["invoiceOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place a quote that the customer has accepted */
        post: operations["placeQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a return: the customer is to send goods back
         * @description Nothing moves until the goods are here. An order never expects back more than was shipped and has not come back yet.
         */
        post: operations["announceReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{orderId}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship an order, wholly or in part
         * @description Issues the goods at moving average and, where the company invoices on shipment, issues the invoice: one transaction.
         */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Periods and their locks */
        get: operations["listPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Close, reopen or lock a period
         * @description Closed: only owner and accountant may still post. Locked: nobody, for good. Each posting checks the lock in its own transaction.
         */
        put: operations["setPeriod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, newest first */
        get: operations["listReceipts"];
        put?: never;
        /** Record money received: it pays invoices, and what is left stays as unapplied credit */
        post: operations["recordReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt and what it paid */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use unapplied credit of a receipt on invoices
         * @description Both sides stand on account 430, so nothing is posted.
         */
        post: operations["allocateReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/allocations/{invoiceId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what a receipt has paid of an invoice
         * @description Both are open again. Nothing is posted.
         */
        post: operations["unallocateReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a receipt back that the bank returned: its invoices are open again */
        post: operations["reverseReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers owe, by age, less unapplied credits: it equals the balance of account 430 */
        get: operations["getReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Refunds, newest first */
        get: operations["listRefunds"];
        put?: never;
        /** Pay unapplied credit back to the customer */
        post: operations["recordRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns, newest first */
        get: operations["listReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One return: what was announced, what came, what was credited and paid back */
        get: operations["getReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns/{returnId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a return of which nothing has come, or give up what has not come of it */
        post: operations["cancelReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns/{returnId}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive returned goods, wholly or in part: stock and credit note in one transaction
         * @description Only what is accepted. What is restocked comes back at the cost at which it had left; what is scrapped is written off at that cost. The credit is at the tax rates of the invoice.
         */
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/returns/{returnId}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay back what the credit notes of a return have open
         * @description Never more than was received and credited. Who announced the return cannot pay it back, unless they own the company.
         */
        post: operations["refundReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find records of any kind by number, name, code, tax id or id
         * @description Up to six of each kind, newest first, whatever case and accents. A whole number or id finds its record however old it is; words look through the newest thousand of each kind.
         */
        get: operations["searchAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shared-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep the views of lists that everybody in the company sees
         * @description All of them, in place of what was kept: made from the version that is sent along. At most 16 KB.
         */
        put: operations["putSharedViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a warehouse holds: on hand, reserved, available to promise, value */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stock-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Adjustments, newest first */
        get: operations["listAdjustments"];
        put?: never;
        /** Correct the count of an item, with a reason */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stock-valuation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The value of all stock, by warehouse: it equals the balance of account 300 */
        get: operations["getStockValuation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stock/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item in all warehouses */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tax-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax codes and their rates by first day */
        get: operations["listTaxCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The trial balance as of any date
         * @description Read from balances, which follow each posting within a second or so. `consistent=true` waits until every entry posted before the request is counted.
         */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/warehouses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Warehouses */
        get: operations["listWarehouses"];
        put?: never;
        /** Add a warehouse */
        post: operations["createWarehouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            code: string;
            name: string;
            nameEn: string;
            /** @enum {string} */
            type: "asset" | "liability" | "equity" | "income" | "expense";
            validFrom: string;
            own: boolean;
            active: boolean;
            rev?: number;
            createdAt?: string;
            createdBy?: string;
            updatedAt?: string;
            updatedBy?: string;
            requestId?: string;
        };
        AccountCode: string;
        AccountLedger: {
            account: string;
            from: string;
            to: string;
            complete: boolean;
            opening: components["schemas"]["Money"];
            closing: components["schemas"]["Money"];
            items: {
                entryId: string;
                date: string;
                text: string;
                source: components["schemas"]["AccountLedgerSource"];
                debit: components["schemas"]["Money"];
                credit: components["schemas"]["Money"];
                balance: components["schemas"]["Money"];
                party?: string;
            }[];
            nextCursor?: string;
        };
        AccountLedgerSource: {
            id: string;
            kind: string;
        };
        Address: {
            street: string;
            postalCode: string;
            city: string;
            province?: string;
            country: string;
        };
        Adjustment: {
            id: string;
            date: string;
            itemId: string;
            code: string;
            warehouse: string;
            quantity: string;
            /** @enum {string} */
            reason: "count" | "damage" | "theft" | "sample" | "other";
            note?: string;
            value: components["schemas"]["Money"];
            entry?: components["schemas"]["Entry"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        AdjustmentInput: {
            itemId: string;
            /** @default main */
            warehouse?: components["schemas"]["WarehouseCode"];
            date?: components["schemas"]["BusinessDate"];
            quantity: components["schemas"]["SignedQuantity"];
            /** @enum {string} */
            reason: "count" | "damage" | "theft" | "sample" | "other";
            note?: string;
            unitCost?: components["schemas"]["UnitPrice"];
        };
        AdjustmentPage: {
            items: components["schemas"]["Adjustment"][];
            nextCursor?: string;
        };
        AllocateInput: {
            date?: components["schemas"]["BusinessDate"];
            allocations: components["schemas"]["AllocateInputAllocation"][];
        };
        AllocateInputAllocation: {
            amount: components["schemas"]["PositiveMoney"];
            invoiceId: components["schemas"]["InvoiceId"];
        };
        AnnounceReturn: {
            date?: components["schemas"]["BusinessDate"];
            reason: string;
            lines?: {
                line: number;
                quantity: components["schemas"]["PositiveQuantity"];
            }[];
        };
        AnyId: string;
        /** @description An amount of either sign. */
        AnyMoney: {
            amount: string;
            /** @constant */
            currency: "EUR";
        };
        ApiClient: {
            id: string;
            clientId: string;
            name: string;
            /** @enum {string} */
            state: "active" | "removed";
            secretSince: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        ApiClientInput: {
            name: string;
        };
        ApiClientPage: {
            items: components["schemas"]["ApiClient"][];
            nextCursor?: string;
        };
        /** Format: date */
        BusinessDate: string;
        CancelOrder: {
            reason: string;
            date?: components["schemas"]["BusinessDate"];
        };
        CancelReturn: {
            reason: string;
            date?: components["schemas"]["BusinessDate"];
        };
        Company: {
            name: string;
            taxId: string;
            address: components["schemas"]["Address"];
            email: string;
            timeZone: string;
            policies: components["schemas"]["Policies"];
            iban?: string;
            fiscalYears: string[];
            walkInCustomerId: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        CreateAccount: {
            code: components["schemas"]["AccountCode"];
            name: string;
            nameEn?: string;
            /** @enum {string} */
            type?: "asset" | "liability" | "equity" | "income" | "expense";
        };
        CreateCompany: {
            name: string;
            taxId: string;
            address: components["schemas"]["Address"];
            email: string;
            timeZone: string;
            policies: components["schemas"]["Policies"];
            iban?: string;
            fiscalYears?: string[];
        };
        CreateImport: {
            fileName: string;
            /**
             * @default online-retail
             * @enum {string}
             */
            profile?: "online-retail" | "tienda-es";
            bytes?: number;
        };
        CreateImportResult: {
            id: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed";
            profile: string;
            fileName: string;
            date: string;
            startedAt?: string;
            finishedAt?: string;
            milliseconds?: number;
            rows?: number;
            documentsPlanned?: number;
            rowsDone: number;
            documents: components["schemas"]["ImportDocument"];
            rowsByOutcome: components["schemas"]["ImportRowsByOutcome"];
            notTaken: {
                [key: string]: number;
            };
            unreferencedReturns: number;
            totals: components["schemas"]["ImportTotal"];
            error?: components["schemas"]["ImportError"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            upload: components["schemas"]["Upload"];
        };
        CreditInput: {
            date?: components["schemas"]["BusinessDate"];
            reason: string;
            lines?: {
                line: number;
                quantity?: components["schemas"]["PositiveQuantity"];
                net?: components["schemas"]["PositiveMoney"];
            }[];
        };
        CreditNote: {
            id: string;
            number: string;
            date: string;
            customerId: string;
            customer: components["schemas"]["CreditNoteCustomer"];
            orderId?: string;
            lines: components["schemas"]["CreditNoteLine"][];
            totals: components["schemas"]["Totals"];
            pricesIncludeTax: boolean;
            notes?: string;
            open: components["schemas"]["Money"];
            allocations: components["schemas"]["CreditNoteAllocation"][];
            entry: components["schemas"]["Entry"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            corrects?: string;
            reason: string;
            returnId?: string;
        };
        CreditNoteAllocation: {
            amount: components["schemas"]["Money"];
            date: string;
            with: string;
        };
        CreditNoteCustomer: {
            address?: components["schemas"]["Address"];
            email?: string;
            name: string;
            taxId?: string;
        };
        CreditNoteId: string;
        CreditNoteLine: {
            code: string;
            credited?: components["schemas"]["Money"];
            discount?: string;
            line: number;
            name: string;
            net: components["schemas"]["Money"];
            orderLine?: number;
            percent: string;
            price: string;
            quantity: string;
            taxCode: string;
        };
        CreditNotePage: {
            items: components["schemas"]["CreditNote"][];
            nextCursor?: string;
        };
        Customer: {
            id: string;
            name: string;
            taxId?: string;
            address?: components["schemas"]["Address"];
            email?: string;
            paymentDays: number;
            creditLimit?: components["schemas"]["Money"];
            externalRef?: string;
            country?: string;
            walkIn: boolean;
            exposure?: components["schemas"]["Money"];
            availableCredit?: components["schemas"]["Money"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        CustomerInput: {
            name: string;
            taxId?: string;
            address?: components["schemas"]["Address"];
            email?: string;
            /** @default 30 */
            paymentDays?: number;
            creditLimit?: components["schemas"]["NonNegativeMoney"];
            externalRef?: string;
        };
        CustomerPage: {
            items: components["schemas"]["Customer"][];
            nextCursor?: string;
        };
        DeleteDraftResult: {
            id: string;
            /** @constant */
            deleted: true;
        };
        Draft: {
            customerId: string;
            date?: components["schemas"]["BusinessDate"];
            lines: components["schemas"]["DraftLine"][];
            /** @default false */
            pricesIncludeTax?: boolean;
            paymentDays?: number;
            notes?: string;
            id: string;
            number: string;
            /** @enum {string} */
            state: "draft" | "issued";
            customerName: string;
            invoiceId?: string;
            totals: components["schemas"]["Totals"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        DraftInput: {
            customerId: string;
            date?: components["schemas"]["BusinessDate"];
            lines: components["schemas"]["DraftLineInput"][];
            /** @default false */
            pricesIncludeTax?: boolean;
            paymentDays?: number;
            notes?: string;
        };
        DraftLine: {
            itemId?: string;
            code?: string;
            name: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            quantity: string;
            price: string;
            discount?: string;
            taxCode: string;
        };
        DraftLineInput: {
            itemId?: string;
            code?: string;
            name?: string;
            /** @enum {string} */
            kind?: "stocked" | "service";
            quantity: components["schemas"]["PositiveQuantity"];
            price?: components["schemas"]["UnitPrice"];
            discount?: components["schemas"]["Percent"];
            /** @enum {string} */
            taxCode?: "IVA21" | "IVA-G" | "IVA-R" | "IVA-S" | "EXENTO" | "EXPORT" | "INTRA";
        };
        DraftPage: {
            items: components["schemas"]["Draft"][];
            nextCursor?: string;
        };
        Entry: {
            date: string;
            text: string;
            lines: components["schemas"]["EntryLine"][];
        };
        EntryDetail: {
            id: string;
            date: string;
            period: string;
            text: string;
            lane: number;
            seq: number;
            lines: components["schemas"]["EntryLine"][];
            source: components["schemas"]["AccountLedgerSource"];
            reverses?: string;
            reversedBy?: string;
            reason?: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        EntryDetailPage: {
            items: components["schemas"]["EntryDetail"][];
            nextCursor?: string;
        };
        EntryLine: {
            account: string;
            debit: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            party?: string;
            tax?: string;
            text?: string;
            dimensions?: {
                [key: string]: string;
            };
        };
        Execution: {
            name: string;
            /** @enum {string} */
            state: "AwaitShipment" | "AwaitPayment";
            since: string;
            until: string;
            /** @enum {string} */
            status: "waiting" | "ended";
        };
        Export: {
            id: string;
            /** @enum {string} */
            kind: "journal-csv" | "journal-hledger" | "trial-balance-csv";
            /** @constant */
            state: "ready";
            from?: string;
            to: string;
            contentType: string;
            bytes: number;
            entries: number;
            url: string;
            expiresAt: string;
        };
        ExportInput: {
            /** @enum {string} */
            kind: "journal-csv" | "journal-hledger" | "trial-balance-csv";
            from?: components["schemas"]["BusinessDate"];
            to?: components["schemas"]["BusinessDate"];
            date?: components["schemas"]["BusinessDate"];
        };
        FieldFault: {
            field: string;
            code: string;
            message: string;
            params?: components["schemas"]["Params"];
        };
        Figures: {
            sales: {
                today: components["schemas"]["Money"];
                month: components["schemas"]["Money"];
                lastMonth: components["schemas"]["Money"];
                days: {
                    date: string;
                    net: components["schemas"]["Money"];
                }[];
                months: {
                    month: string;
                    net: components["schemas"]["Money"];
                }[];
            };
            received: components["schemas"]["FiguresReceived"];
            paid: components["schemas"]["FiguresReceived"];
            receivable: components["schemas"]["Money"];
            stock: components["schemas"]["Money"];
        };
        FiguresReceived: {
            month: components["schemas"]["Money"];
            today: components["schemas"]["Money"];
        };
        /** @description What the gateway itself answers. */
        GatewayMessage: {
            message: string;
        };
        GetCreditNotePdfResult: {
            url: string;
            expiresAt: string;
            bytes: number;
        };
        GetDocsAssetResult: string;
        GetDocsResult: string;
        GetImportReportResult: {
            json: components["schemas"]["Link"];
            csv: components["schemas"]["Link"];
        };
        GetInvoicePdfResult: {
            url: string;
            expiresAt: string;
            bytes: number;
        };
        GetMeResult: {
            email: string;
            company: string;
            roles: ("owner" | "accountant" | "sales" | "warehouse" | "auditor" | "integration")[];
            memberId?: string;
            name?: string;
        };
        GetOpenApiResult: {
            openapi: string;
        } & {
            [key: string]: unknown;
        };
        GetOrderResult: {
            id: string;
            number: string;
            /** @enum {string} */
            status: "quote" | "placing" | "placed" | "partly-shipped" | "shipped" | "invoiced" | "paid" | "closed" | "cancelled";
            customerId: string;
            customerName: string;
            date: string;
            warehouse: string;
            paymentDays: number;
            pricesIncludeTax: boolean;
            /** @enum {string} */
            shortage: "refuse" | "backorder";
            /** @enum {string} */
            invoiceOn: "shipment" | "order";
            reference?: string;
            notes?: string;
            channel: string;
            lines: components["schemas"]["OrderLine"][];
            totals: components["schemas"]["Totals"];
            shipments: components["schemas"]["Shipment"][];
            invoiceIds: string[];
            returnIds: string[];
            cancelled?: components["schemas"]["OrderCancelled"];
            closedOn?: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            execution?: components["schemas"]["Execution"];
        };
        GetReceivablesResult: {
            date: string;
            openInvoices: components["schemas"]["Money"];
            overdue: components["schemas"]["Money"];
            unappliedCredits: components["schemas"]["Money"];
            receivable: components["schemas"]["Money"];
            count: number;
            ageing: {
                notDue: components["schemas"]["Money"];
                days1to30: components["schemas"]["Money"];
                days31to60: components["schemas"]["Money"];
                days61to90: components["schemas"]["Money"];
                over90: components["schemas"]["Money"];
            };
        };
        GetReturnResult: {
            id: string;
            number: string;
            /** @enum {string} */
            state: "announced" | "received" | "closed" | "cancelled";
            orderId: string;
            customerId: string;
            customerName: string;
            warehouse: string;
            date: string;
            reason: string;
            lines: components["schemas"]["ReturnLine"][];
            receipts: components["schemas"]["ReturnReceipt"][];
            creditNoteIds: string[];
            refundIds: string[];
            cancelled?: components["schemas"]["OrderCancelled"];
            short?: components["schemas"]["OrderCancelled"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            execution?: components["schemas"]["ReturnExecution"];
        };
        GetStockResult: {
            itemId: string;
            onHand: string;
            reserved: string;
            available: string;
            value: components["schemas"]["Money"];
            warehouses: components["schemas"]["Stock"][];
        };
        GetStockValuationResult: {
            items: number;
            value: components["schemas"]["Money"];
            warehouses: {
                warehouse: string;
                items: number;
                value: components["schemas"]["Money"];
            }[];
        };
        GetStoryResult: {
            record: string;
            kind: string;
            complete: boolean;
            steps: {
                rev: number;
                at: string;
                by: string;
                requestId: string;
                action: string;
                was?: {
                    [key: string]: unknown;
                };
            }[];
        };
        GoodsReceipt: {
            id: string;
            date: string;
            warehouse: string;
            /** @enum {string} */
            origin: "supplier" | "opening" | "return";
            reference?: string;
            lines: {
                itemId: string;
                code: string;
                name: string;
                quantity: string;
                unitCost: string;
                cost: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
            entry?: components["schemas"]["Entry"];
            reverses?: string;
            reversedBy?: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        GoodsReceiptInput: {
            /** @default main */
            warehouse?: components["schemas"]["WarehouseCode"];
            date?: components["schemas"]["BusinessDate"];
            /**
             * @default supplier
             * @enum {string}
             */
            origin?: "supplier" | "opening";
            reference?: string;
            lines: {
                itemId: string;
                quantity: components["schemas"]["PositiveQuantity"];
                unitCost: components["schemas"]["UnitPrice"];
            }[];
        };
        GoodsReceiptPage: {
            items: components["schemas"]["GoodsReceipt"][];
            nextCursor?: string;
        };
        Hit: {
            /** @enum {string} */
            kind: "customer" | "item" | "order" | "invoice" | "credit-note" | "receipt" | "return" | "account" | "journal-entry";
            id: string;
            title: string;
            subtitle?: string;
            state?: string;
            date?: string;
            amount?: components["schemas"]["Money"];
        };
        Home: {
            date: string;
            waiting: {
                ordersToShip: components["schemas"]["Waiting"];
                ordersToInvoice?: components["schemas"]["Waiting"];
                overdueInvoices?: {
                    count: number;
                    capped: boolean;
                    list: components["schemas"]["HomeList"];
                    oldest?: string;
                    amount: components["schemas"]["Money"];
                };
                failedImports?: components["schemas"]["Waiting"];
                stockShort: {
                    count: number;
                    capped: boolean;
                    list: components["schemas"]["HomeList"];
                    warehouses: {
                        warehouse: string;
                        count: number;
                    }[];
                };
                returnsToReceive: components["schemas"]["Waiting"];
                returnsToRefund?: components["schemas"]["Waiting"];
            };
            figures?: components["schemas"]["Figures"];
        };
        HomeList: {
            operation: string;
            query: {
                [key: string]: string;
            };
        };
        Import: {
            id: string;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed";
            profile: string;
            fileName: string;
            date: string;
            startedAt?: string;
            finishedAt?: string;
            milliseconds?: number;
            rows?: number;
            documentsPlanned?: number;
            rowsDone: number;
            documents: components["schemas"]["ImportDocument"];
            rowsByOutcome: components["schemas"]["ImportRowsByOutcome"];
            notTaken: {
                [key: string]: number;
            };
            unreferencedReturns: number;
            totals: components["schemas"]["ImportTotal"];
            error?: components["schemas"]["ImportError"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        ImportDocument: {
            already: number;
            changed: number;
            notTaken: number;
            returns: number;
            sales: number;
        };
        ImportError: {
            code: string;
            line?: number;
            message: string;
            params?: {
                [key: string]: string | number;
            };
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            nextCursor?: string;
        };
        ImportRowsByOutcome: {
            already: number;
            changed: number;
            notTaken: number;
            returned: number;
            sold: number;
        };
        ImportSale: {
            gross: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
        };
        ImportTotal: {
            cashReceived: components["schemas"]["Money"];
            cashRefunded: components["schemas"]["Money"];
            credits: components["schemas"]["ImportSale"];
            goodsReceipts: number;
            goodsReceived: components["schemas"]["Money"];
            sales: components["schemas"]["ImportSale"];
        };
        Invoice: {
            id: string;
            number: string;
            date: string;
            customerId: string;
            customer: components["schemas"]["CreditNoteCustomer"];
            orderId?: string;
            lines: components["schemas"]["CreditNoteLine"][];
            totals: components["schemas"]["Totals"];
            pricesIncludeTax: boolean;
            notes?: string;
            open: components["schemas"]["Money"];
            allocations: components["schemas"]["CreditNoteAllocation"][];
            entry: components["schemas"]["Entry"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            dueDate: string;
            /** @enum {string} */
            state: "open" | "overdue" | "paid";
            daysOverdue: number;
            operationDate?: string;
            shipmentId?: string;
            reminders: number;
            creditNoteIds: string[];
        };
        InvoiceId: string;
        InvoiceOrder: {
            date?: components["schemas"]["BusinessDate"];
        };
        InvoiceOrderResult: {
            orderId: string;
            invoiceId: string;
            number: string;
            entries: components["schemas"]["Entry"][];
        };
        InvoicePage: {
            items: components["schemas"]["Invoice"][];
            nextCursor?: string;
        };
        IssueDraftRequest: {
            date?: components["schemas"]["BusinessDate"];
        };
        IssuedApiClient: {
            id: string;
            clientId: string;
            name: string;
            /** @enum {string} */
            state: "active" | "removed";
            secretSince: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
            secret?: string;
        };
        Item: {
            id: string;
            code: string;
            name: string;
            unit: string;
            price: string;
            taxCode: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            active: boolean;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        ItemCode: string;
        ItemInput: {
            code: components["schemas"]["ItemCode"];
            name: string;
            /** @default pc */
            unit?: string;
            price: components["schemas"]["UnitPrice"];
            /**
             * @default IVA-G
             * @enum {string}
             */
            taxCode?: "IVA21" | "IVA-G" | "IVA-R" | "IVA-S" | "EXENTO" | "EXPORT" | "INTRA";
            /**
             * @default stocked
             * @enum {string}
             */
            kind?: "stocked" | "service";
        };
        ItemPage: {
            items: components["schemas"]["Item"][];
            nextCursor?: string;
        };
        Link: {
            url: string;
            expiresAt: string;
        };
        List: {
            name: components["schemas"]["ViewName"];
            search: {
                [key: string]: string;
            };
        };
        ListAccountsResult: {
            items: components["schemas"]["Account"][];
        };
        ListPeriodsResult: {
            items: components["schemas"]["Period"][];
        };
        ListTaxCodesResult: {
            items: {
                code: string;
                name: string;
                category: string;
                note?: string;
                rates: {
                    from: string;
                    percent: string;
                }[];
            }[];
        };
        ListWarehousesResult: {
            items: components["schemas"]["Warehouse"][];
        };
        /** @enum {string} */
        Locale: "es" | "en";
        ManualEntryInput: {
            date?: components["schemas"]["BusinessDate"];
            text: string;
            lines: components["schemas"]["ManualLine"][];
        };
        ManualLine: {
            account: components["schemas"]["AccountCode"];
            debit?: components["schemas"]["AnyMoney"];
            credit?: components["schemas"]["AnyMoney"];
            party?: string;
            text?: string;
            dimensions?: {
                [key: string]: string;
            };
        };
        Member: {
            id: string;
            email: string;
            name?: string;
            roles: ("owner" | "accountant" | "sales" | "warehouse" | "auditor" | "integration")[];
            locale?: components["schemas"]["Locale"];
            state: components["schemas"]["MemberState"];
            invitedAt?: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        MemberInput: {
            email: string;
            name?: string;
            roles: ("owner" | "accountant" | "sales" | "warehouse" | "auditor" | "integration")[];
            locale?: components["schemas"]["Locale"];
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        MemberState: "invited" | "active" | "removed";
        /** @description An amount as decimal text, never a number: no rounding on the way. */
        Money: {
            amount: string;
            /** @constant */
            currency: "EUR";
        };
        MonthText: string;
        /** @description An amount of zero or more. */
        NonNegativeMoney: {
            amount: string;
            /** @constant */
            currency: "EUR";
        };
        OpenFiscalYearRequest: {
            year: string;
        };
        OpenFiscalYearResult: {
            year: string;
            periods: components["schemas"]["Period"][];
        };
        Order: {
            id: string;
            number: string;
            /** @enum {string} */
            status: "quote" | "placing" | "placed" | "partly-shipped" | "shipped" | "invoiced" | "paid" | "closed" | "cancelled";
            customerId: string;
            customerName: string;
            date: string;
            warehouse: string;
            paymentDays: number;
            pricesIncludeTax: boolean;
            /** @enum {string} */
            shortage: "refuse" | "backorder";
            /** @enum {string} */
            invoiceOn: "shipment" | "order";
            reference?: string;
            notes?: string;
            channel: string;
            lines: components["schemas"]["OrderLine"][];
            totals: components["schemas"]["Totals"];
            shipments: components["schemas"]["Shipment"][];
            invoiceIds: string[];
            returnIds: string[];
            cancelled?: components["schemas"]["OrderCancelled"];
            closedOn?: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        OrderCancelled: {
            date: string;
            reason: string;
        };
        OrderLine: {
            no: number;
            itemId: string;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "stocked" | "service";
            quantity: string;
            price: string;
            discount?: string;
            taxCode: string;
            percent: string;
            net: components["schemas"]["Money"];
            shipped: string;
            returned: string;
            open: string;
        };
        OrderLineInput: {
            itemId: string;
            quantity: components["schemas"]["PositiveQuantity"];
            price?: components["schemas"]["UnitPrice"];
            discount?: components["schemas"]["Percent"];
            /** @enum {string} */
            taxCode?: "IVA21" | "IVA-G" | "IVA-R" | "IVA-S" | "EXENTO" | "EXPORT" | "INTRA";
            description?: string;
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            nextCursor?: string;
        };
        OwnPreferences: {
            version: number;
            language?: components["schemas"]["Locale"];
            /** @enum {string} */
            scheme?: "light" | "dark" | "auto";
            tourSeen?: boolean;
            views: components["schemas"]["Views"];
        };
        /**
         * @description What `detail` names, by name: money as decimal text in EUR, quantities as decimal text, dates as ISO days, lines from 1 on. `why` tells apart the rules that share a code.
         * @example {
         *       "item": "LAMP-1",
         *       "warehouse": "main",
         *       "free": "3",
         *       "asked": "5"
         *     }
         */
        Params: {
            [key: string]: string | number;
        };
        PatchAccount: {
            name?: string;
            nameEn?: string;
            active?: boolean;
        };
        PatchCompany: {
            name?: string;
            taxId?: string;
            address?: components["schemas"]["Address"];
            email?: string;
            timeZone?: string;
            policies?: {
                /** @enum {string} */
                shortage?: "refuse" | "backorder";
                /** @enum {string} */
                invoiceOn?: "shipment" | "order";
                dunningDays?: number[];
                cancelUnshippedAfterDays?: number | null;
                returnWithinDays?: number;
                /** @enum {string} */
                refunds?: "manual" | "automatic";
            };
            iban?: string | null;
        };
        PatchCustomer: {
            name?: string;
            paymentDays?: number;
            taxId?: string | null;
            address?: components["schemas"]["Address"] | null;
            email?: string | null;
            creditLimit?: components["schemas"]["NonNegativeMoney"] | null;
        };
        PatchDraft: {
            customerId?: string;
            date?: components["schemas"]["BusinessDate"] | null;
            lines?: components["schemas"]["DraftLineInput"][];
            pricesIncludeTax?: boolean;
            paymentDays?: number | null;
            notes?: string | null;
        };
        PatchItem: {
            name?: string;
            unit?: string;
            price?: components["schemas"]["UnitPrice"];
            /** @enum {string} */
            taxCode?: "IVA21" | "IVA-G" | "IVA-R" | "IVA-S" | "EXENTO" | "EXPORT" | "INTRA";
            active?: boolean;
        };
        PatchMember: {
            name?: string | null;
            roles?: ("owner" | "accountant" | "sales" | "warehouse" | "auditor" | "integration")[];
        };
        Percent: string;
        Period: {
            period: string;
            /** @enum {string} */
            state: "open" | "closed" | "locked";
            entries: number;
        };
        PlaceOrder: {
            customerId: string;
            lines: components["schemas"]["OrderLineInput"][];
            date?: components["schemas"]["BusinessDate"];
            /** @default main */
            warehouse?: string;
            /** @default false */
            quote?: boolean;
            /** @default false */
            pricesIncludeTax?: boolean;
            reference?: string;
            notes?: string;
        };
        PlaceQuote: {
            date?: components["schemas"]["BusinessDate"];
        };
        Policies: {
            /** @enum {string} */
            shortage: "refuse" | "backorder";
            /** @enum {string} */
            invoiceOn: "shipment" | "order";
            dunningDays?: number[];
            cancelUnshippedAfterDays?: number;
            returnWithinDays?: number;
            /** @enum {string} */
            refunds?: "manual" | "automatic";
        };
        /** @description An amount greater than zero. */
        PositiveMoney: {
            amount: string;
            /** @constant */
            currency: "EUR";
        };
        PositiveQuantity: string;
        Preferences: {
            own: components["schemas"]["OwnPreferences"];
            shared: components["schemas"]["SharedViews"];
        };
        /** @description Problem details (RFC 9457). `code` is stable; `detail` is for people, `params` for programs that say it in words of their own. */
        Problem: {
            /** @description `urn:trastienda:problem:` and the code */
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            /** @description Path of the first field at fault: `body.lines.3.quantity` */
            field?: string;
            params?: components["schemas"]["Params"];
            faults?: components["schemas"]["FieldFault"][];
            requestId: string;
        };
        PutPreferences: {
            language?: components["schemas"]["Locale"];
            /** @enum {string} */
            scheme?: "light" | "dark" | "auto";
            tourSeen?: boolean;
            views: components["schemas"]["Views"];
            version: number;
        };
        PutSharedViews: {
            version: number;
            views: components["schemas"]["Views"];
        };
        Receipt: {
            id: string;
            number: string;
            customerId: string;
            customerName: string;
            date: string;
            /** @enum {string} */
            method: "bank" | "cash";
            amount: components["schemas"]["Money"];
            reference?: string;
            open: components["schemas"]["Money"];
            allocations: components["schemas"]["CreditNoteAllocation"][];
            entry: components["schemas"]["Entry"];
            reversal?: {
                id: string;
                date: string;
                reason: string;
                entry: components["schemas"]["Entry"];
            };
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        ReceiptInput: {
            customerId: string;
            date?: components["schemas"]["BusinessDate"];
            /**
             * @default bank
             * @enum {string}
             */
            method?: "bank" | "cash";
            amount: components["schemas"]["PositiveMoney"];
            reference?: string;
            allocations?: components["schemas"]["AllocateInputAllocation"][];
            /** @default false */
            auto?: boolean;
        };
        ReceiptPage: {
            items: components["schemas"]["Receipt"][];
            nextCursor?: string;
        };
        ReceiveReturn: {
            date?: components["schemas"]["BusinessDate"];
            lines?: {
                line: number;
                quantity: components["schemas"]["PositiveQuantity"];
                /**
                 * @default restock
                 * @enum {string}
                 */
                disposition?: "restock" | "scrap";
            }[];
            /** @default false */
            closes?: boolean;
        };
        Refund: {
            id: string;
            number: string;
            customerId: string;
            customerName: string;
            date: string;
            /** @enum {string} */
            method: "bank" | "cash";
            amount: components["schemas"]["Money"];
            from: string;
            entry: components["schemas"]["Entry"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        RefundInput: {
            from: string | components["schemas"]["CreditNoteId"];
            amount: components["schemas"]["PositiveMoney"];
            /**
             * @default bank
             * @enum {string}
             */
            method?: "bank" | "cash";
            date?: components["schemas"]["BusinessDate"];
        };
        RefundPage: {
            items: components["schemas"]["Refund"][];
            nextCursor?: string;
        };
        RefundReturn: {
            amount?: components["schemas"]["PositiveMoney"];
            /**
             * @default bank
             * @enum {string}
             */
            method?: "bank" | "cash";
            date?: components["schemas"]["BusinessDate"];
        };
        RefundReturnResult: {
            returnId: string;
            amount: components["schemas"]["Money"];
            refunds: components["schemas"]["Refund"][];
        };
        RemovalInput: {
            date?: components["schemas"]["BusinessDate"];
        };
        ReportRow: {
            line: number;
            document: string;
            /** @enum {string} */
            outcome: "sold" | "returned" | "already" | "changed" | "not-taken";
            reason?: string;
            detail?: string;
            params?: {
                [key: string]: string | number;
            };
            orderId?: string;
            invoiceId?: string;
            creditNoteId?: string;
            code?: string;
            quantity?: string;
            price?: string;
        };
        ReportRowPage: {
            items: components["schemas"]["ReportRow"][];
            nextCursor?: string;
        };
        Return: {
            id: string;
            number: string;
            /** @enum {string} */
            state: "announced" | "received" | "closed" | "cancelled";
            orderId: string;
            customerId: string;
            customerName: string;
            warehouse: string;
            date: string;
            reason: string;
            lines: components["schemas"]["ReturnLine"][];
            receipts: components["schemas"]["ReturnReceipt"][];
            creditNoteIds: string[];
            refundIds: string[];
            cancelled?: components["schemas"]["OrderCancelled"];
            short?: components["schemas"]["OrderCancelled"];
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        ReturnExecution: {
            name: string;
            /** @constant */
            state: "AwaitGoods";
            since: string;
            until: string;
            /** @enum {string} */
            status: "waiting" | "ended";
        };
        ReturnLine: {
            announced: string;
            line: number;
            received: string;
        };
        ReturnPage: {
            items: components["schemas"]["Return"][];
            nextCursor?: string;
        };
        ReturnReceipt: {
            creditNoteIds: string[];
            date: string;
            goodsReceiptId?: string;
            id: string;
            lines: components["schemas"]["ReturnReceiptLine"][];
        };
        ReturnReceiptLine: {
            cost: components["schemas"]["Money"];
            /** @enum {string} */
            disposition: "restock" | "scrap";
            line: number;
            net: components["schemas"]["Money"];
            quantity: string;
        };
        ReturnReceiptView: {
            returnId: string;
            id: string;
            date: string;
            lines: components["schemas"]["ReturnReceiptLine"][];
            creditNoteIds: string[];
            goodsReceiptId?: string;
            entries: components["schemas"]["Entry"][];
        };
        ReverseEntryRequest: {
            date?: components["schemas"]["BusinessDate"];
            reason: string;
        };
        ReverseGoodsReceiptRequest: {
            date?: components["schemas"]["BusinessDate"];
        };
        ReverseReceiptRequest: {
            date?: components["schemas"]["BusinessDate"];
            reason: string;
        };
        Search: {
            items: components["schemas"]["Hit"][];
            more: ("customer" | "item" | "order" | "invoice" | "credit-note" | "receipt" | "return" | "account" | "journal-entry")[];
        };
        SetPeriodRequest: {
            /** @enum {string} */
            state: "open" | "closed" | "locked";
        };
        SharedViews: {
            version: number;
            views: components["schemas"]["Views"];
        };
        ShipOrder: {
            date?: components["schemas"]["BusinessDate"];
            lines?: {
                line: number;
                quantity: components["schemas"]["PositiveQuantity"];
            }[];
            tracking?: string;
            /** @default true */
            invoice?: boolean;
        };
        ShipOrderResult: {
            id: string;
            orderId: string;
            date: string;
            lines: components["schemas"]["ShipmentLine"][];
            cost: components["schemas"]["Money"];
            tracking?: string;
            invoiceId?: string;
            entries: components["schemas"]["Entry"][];
        };
        Shipment: {
            id: string;
            orderId: string;
            date: string;
            lines: components["schemas"]["ShipmentLine"][];
            cost: components["schemas"]["Money"];
            tracking?: string;
            invoiceId?: string;
        };
        ShipmentLine: {
            cost: components["schemas"]["Money"];
            line: number;
            quantity: string;
        };
        SignedQuantity: string;
        Stock: {
            itemId: string;
            code: string;
            name: string;
            warehouse: string;
            onHand: string;
            reserved: string;
            available: string;
            value: components["schemas"]["Money"];
            averageCost: string;
        };
        StockPage: {
            items: components["schemas"]["Stock"][];
            nextCursor?: string;
        };
        Totals: {
            net: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            rounding: components["schemas"]["Money"];
            gross: components["schemas"]["Money"];
            taxes: {
                code: string;
                percent: string;
                base: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
            }[];
        };
        TrialBalance: {
            from: string;
            date: string;
            complete: boolean;
            entries: number;
            balanced: boolean;
            rows: {
                account: string;
                name: string;
                nameEn: string;
                opening: components["schemas"]["Money"];
                debit: components["schemas"]["Money"];
                credit: components["schemas"]["Money"];
                closing: components["schemas"]["Money"];
            }[];
            totals: {
                debit: components["schemas"]["Money"];
                credit: components["schemas"]["Money"];
                closingDebit: components["schemas"]["Money"];
                closingCredit: components["schemas"]["Money"];
            };
        };
        UnitPrice: string;
        Upload: {
            /** @constant */
            method: "PUT";
            url: string;
            expiresAt: string;
            maxBytes: number;
        };
        ViewName: string;
        Views: {
            [key: string]: components["schemas"]["List"][];
        };
        Waiting: {
            count: number;
            capped: boolean;
            list: components["schemas"]["HomeList"];
            oldest?: string;
        };
        Warehouse: {
            code: components["schemas"]["WarehouseCode"];
            name: string;
            id: string;
            rev: number;
            createdAt: string;
            createdBy: string;
            updatedAt: string;
            updatedBy: string;
            requestId: string;
        };
        WarehouseCode: string;
        WarehouseInput: {
            code: components["schemas"]["WarehouseCode"];
            name: string;
        };
    };
    responses: {
        /** @description No token, or one that is forged, expired or of another user pool */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Unauthorized"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description More requests than the deployment takes at once: wait and send the same request again */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "Too Many Requests"
                 *     }
                 */
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
        /** @description A fault on our side, logged under `requestId`. The same request with the same Idempotency-Key is not done twice */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
                "application/json": components["schemas"]["GatewayMessage"];
            };
        };
    };
    parameters: {
        /**
         * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
         * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
         */
        IdempotencyKey: string;
        /** @description True: shows what would happen, and does nothing. */
        DryRun: boolean;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "4300001",
                 *       "name": "Clientes, grandes cuentas"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAccount"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "account.type" | "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "account.exists" | "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "account.no_parent";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["schemas"]["AccountCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "account.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["schemas"]["AccountCode"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "active": false
                 *     }
                 */
                "application/json": components["schemas"]["PatchAccount"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "account.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "account.of_chart";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getAccountLedger: {
        parameters: {
            query?: {
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                consistent?: boolean;
            };
            header?: never;
            path: {
                code: components["schemas"]["AccountCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountLedger"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid" | "range.backwards";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "account.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "balances.behind";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listApiClients: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                q?: string;
                state?: "active" | "removed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClientPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createApiClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Tienda web"
                 *     }
                 */
                "application/json": components["schemas"]["ApiClientInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiClient"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    removeApiClient: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                apiClientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiClient"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "api-client.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "api_client.removed";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    renewSecret: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                apiClientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiClient"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "api-client.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "api_client.removed" | "member.no_account";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getStory: {
        parameters: {
            query: {
                record: components["schemas"]["AnyId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetStoryResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "record.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "company.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createCompany: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Lumbre Hogar, S.L.",
                 *       "taxId": "B12345674",
                 *       "email": "hola@lumbre.example",
                 *       "timeZone": "Europe/Madrid",
                 *       "address": {
                 *         "street": "Calle Mayor 1",
                 *         "postalCode": "28013",
                 *         "city": "Madrid",
                 *         "country": "ES"
                 *       },
                 *       "policies": {
                 *         "shortage": "refuse",
                 *         "invoiceOn": "shipment"
                 *       },
                 *       "fiscalYears": [
                 *         "2026"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateCompany"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "company.tax_id" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "company.exists" | "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "policies": {
                 *         "shortage": "backorder"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PatchCompany"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "company.tax_id" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "company.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listCreditNotes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                customerId?: string;
                q?: string;
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotePage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCreditNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                creditNoteId: components["schemas"]["CreditNoteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "credit-note.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    allocateCreditNote: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                creditNoteId: components["schemas"]["CreditNoteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allocations": [
                 *         {
                 *           "invoiceId": "inv_F2026-000012",
                 *           "amount": {
                 *             "amount": "12.10",
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocateInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "allocation.twice" | "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "credit-note.not_found" | "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.customer" | "allocation.too_many" | "allocation.too_much";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    unallocateCreditNote: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                creditNoteId: components["schemas"]["CreditNoteId"];
                invoiceId: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RemovalInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "credit-note.not_found" | "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.none";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCreditNotePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                creditNoteId: components["schemas"]["CreditNoteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetCreditNotePdfResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "credit-note.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Librería Cervantes, S.L.",
                 *       "taxId": "B58378431",
                 *       "email": "compras@cervantes.example",
                 *       "paymentDays": 30,
                 *       "address": {
                 *         "street": "Gran Vía 12",
                 *         "postalCode": "28013",
                 *         "city": "Madrid",
                 *         "country": "ES"
                 *       },
                 *       "creditLimit": {
                 *         "amount": "5000.00",
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CustomerInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "customer.tax_id" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "customer-reference.exists" | "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "paymentDays": 60
                 *     }
                 */
                "application/json": components["schemas"]["PatchCustomer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "customer.tax_id" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "customer.walk_in";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": components["schemas"]["GetDocsResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getDocsAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/css": components["schemas"]["GetDocsAssetResult"];
                    "text/javascript": components["schemas"]["GetDocsAssetResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "asset.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "journal-hledger"
                 *     }
                 */
                "application/json": components["schemas"]["ExportInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "range.ambiguous" | "range.backwards";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "balances.behind";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    openFiscalYear: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": "2027"
                 *     }
                 */
                "application/json": components["schemas"]["OpenFiscalYearRequest"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenFiscalYearResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "fiscal_year.exists" | "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listGoodsReceipts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceiptPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    receiveGoods: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "itemId": "itm_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *           "quantity": "24",
                 *           "unitCost": "3.85"
                 *         }
                 *       ],
                 *       "reference": "Albarán 8841"
                 *     }
                 */
                "application/json": components["schemas"]["GoodsReceiptInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "goods_receipt.too_many_items" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "item.not_found" | "warehouse.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "item.not_stocked" | "period.closed" | "period.locked" | "period.not_open";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getGoodsReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "goods-receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    reverseGoodsReceipt: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ReverseGoodsReceiptRequest"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsReceipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "goods_receipt.of_return" | "goods_receipt.reversed" | "goods_receipt.used" | "period.closed" | "period.locked" | "period.not_open" | "reversal.too_early";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "company.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                status?: "waiting" | "running" | "done" | "failed";
                problems?: boolean;
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileName": "2010-12-01.csv",
                 *       "profile": "online-retail",
                 *       "bytes": 275001
                 *     }
                 */
                "application/json": components["schemas"]["CreateImport"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateImportResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "import.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getImportReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetImportReportResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "import.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "import.not_done";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                outcome?: "sold" | "returned" | "already" | "changed" | "not-taken";
                reason?: string;
                document?: string;
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportRowPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "import.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "import.not_done";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                customerId?: string;
                q?: string;
                state?: "draft" | "issued";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cus_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *       "lines": [
                 *         {
                 *           "name": "Asesoría, noviembre",
                 *           "quantity": "3",
                 *           "price": "60"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "draft.line" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found" | "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "item.inactive" | "tax.no_rate";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice-draft.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteDraftResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice-draft.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "draft.issued";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "notes": "Pedido 4711"
                 *     }
                 */
                "application/json": components["schemas"]["PatchDraft"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "draft.line" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found" | "invoice-draft.not_found" | "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "draft.issued" | "item.inactive" | "tax.no_rate";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    issueDraft: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["IssueDraftRequest"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice-draft.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "customer.credit_exceeded" | "draft.issued" | "invoice.zero" | "period.closed" | "period.locked" | "period.not_open" | "tax.no_rate";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                customerId?: string;
                q?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoiceId: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    creditInvoice: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                invoiceId: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Descuento no aplicado",
                 *       "lines": [
                 *         {
                 *           "line": 1,
                 *           "net": {
                 *             "amount": "5.00",
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreditInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "credit.line" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "credit.nothing_left" | "credit.too_much" | "credit_note.too_early" | "credit_note.zero" | "period.closed" | "period.locked" | "period.not_open";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoiceId: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetInvoicePdfResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listItems: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                q?: string;
                kind?: "stocked" | "service";
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createItem: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "TAZA-01",
                 *       "name": "Taza de loza blanca",
                 *       "price": "7.95",
                 *       "taxCode": "IVA-G"
                 *     }
                 */
                "application/json": components["schemas"]["ItemInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "item-code.exists" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "price": "8.50"
                 *     }
                 */
                "application/json": components["schemas"]["PatchItem"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Item"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                account?: components["schemas"]["AccountCode"];
                source?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetailPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    postEntry: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Alquiler de noviembre",
                 *       "lines": [
                 *         {
                 *           "account": "621",
                 *           "debit": {
                 *             "amount": "850.00",
                 *             "currency": "EUR"
                 *           }
                 *         },
                 *         {
                 *           "account": "572",
                 *           "credit": {
                 *             "amount": "850.00",
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ManualEntryInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetail"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetail"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "entry.side" | "entry.unbalanced" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "account.control" | "account.inactive" | "account.not_in_force" | "account.unknown" | "period.closed" | "period.locked" | "period.not_open";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetail"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "entry.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    reverseEntry: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Contabilizado dos veces"
                 *     }
                 */
                "application/json": components["schemas"]["ReverseEntryRequest"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetail"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDetail"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "entry.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "entry.is_reversal" | "entry.of_document" | "entry.reversed" | "period.closed" | "period.locked" | "period.not_open" | "reversal.too_early";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetMeResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    putPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 0,
                 *       "language": "es",
                 *       "scheme": "auto",
                 *       "tourSeen": true,
                 *       "views": {
                 *         "orders": [
                 *           {
                 *             "name": "Por enviar",
                 *             "search": {
                 *               "status": "placed",
                 *               "sort": "-gross"
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PutPreferences"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPreferences"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid" | "view.same_name";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "preferences.changed" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large" | "preferences.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                q?: string;
                state?: components["schemas"]["MemberState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ana@lumbre.example",
                 *       "name": "Ana Soler",
                 *       "roles": [
                 *         "sales",
                 *         "warehouse"
                 *       ],
                 *       "locale": "es"
                 *     }
                 */
                "application/json": components["schemas"]["MemberInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "member.email";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "member.exists" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "member.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    patchMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "accountant"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PatchMember"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "member.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "member.last_owner" | "member.no_account" | "member.removed" | "member.self";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "member.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "member.no_account" | "member.not_invited" | "member.removed";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "member.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "member.last_owner" | "member.removed" | "member.self";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    returnMember: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "member.not_owner" | "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "member.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "member.no_account" | "member.not_removed";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Trastienda"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": components["schemas"]["GetOpenApiResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                status?: string;
                customerId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cus_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *       "lines": [
                 *         {
                 *           "itemId": "itm_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *           "quantity": "2"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found" | "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "customer.credit_exceeded" | "item.inactive" | "period.not_open" | "stock.short";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetOrderResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The customer changed their mind"
                 *     }
                 */
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description Done, or what would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "order.busy" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "credit_note.too_early" | "order.shipped" | "order.state";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    invoiceOrder: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["InvoiceOrder"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOrderResult"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceOrderResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "order.busy" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "invoice.nothing_open" | "order.state" | "period.closed" | "period.locked" | "period.not_open";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    placeQuote: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlaceQuote"];
            };
        };
        responses: {
            /** @description Done, or what would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "order.busy" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "customer.credit_exceeded" | "order.state" | "order.too_early" | "period.not_open" | "stock.short";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    announceReturn: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Llegó rota",
                 *       "lines": [
                 *         {
                 *           "line": 1,
                 *           "quantity": "1"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AnnounceReturn"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "return.line";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "order.busy" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "order.state" | "period.not_open" | "return.nothing_left" | "return.too_early" | "return.too_much";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    shipOrder: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ShipOrder"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipOrderResult"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShipOrderResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "shipment.line";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "order.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "order.busy" | "shipment.taken_back" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "order.state" | "period.closed" | "period.locked" | "period.not_open" | "shipment.nothing_open" | "shipment.too_much" | "stock.not_on_hand";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listPeriods: {
        parameters: {
            query?: {
                year?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPeriodsResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    setPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                period: components["schemas"]["MonthText"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "state": "closed"
                 *     }
                 */
                "application/json": components["schemas"]["SetPeriodRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "gate.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "period.locked";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                customerId?: string;
                q?: string;
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    recordReceipt: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerId": "cus_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *       "amount": {
                 *         "amount": "33.34",
                 *         "currency": "EUR"
                 *       },
                 *       "allocations": [
                 *         {
                 *           "invoiceId": "inv_F2026-000012",
                 *           "amount": {
                 *             "amount": "33.34",
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "allocation.auto" | "allocation.twice" | "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "customer.not_found" | "invoice.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.customer" | "allocation.over_receipt" | "allocation.too_many" | "allocation.too_much" | "period.closed" | "period.locked" | "period.not_open";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    allocateReceipt: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "allocations": [
                 *         {
                 *           "invoiceId": "inv_F2026-000012",
                 *           "amount": {
                 *             "amount": "12.10",
                 *             "currency": "EUR"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AllocateInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "allocation.twice" | "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice.not_found" | "receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.customer" | "allocation.too_many" | "allocation.too_much";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    unallocateReceipt: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                receiptId: string;
                invoiceId: components["schemas"]["InvoiceId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RemovalInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "invoice.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "invoice.not_found" | "receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.none";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    reverseReceipt: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                receiptId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Recibo devuelto"
                 *     }
                 */
                "application/json": components["schemas"]["ReverseReceiptRequest"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "period.closed" | "period.locked" | "period.not_open" | "receipt.refunded" | "receipt.reversed" | "reversal.too_early";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getReceivables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReceivablesResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                customerId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    recordRefund: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "crn_R2026-000003",
                 *       "amount": {
                 *         "amount": "12.10",
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RefundInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "credit-note.not_found" | "receipt.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "allocation.too_much" | "period.closed" | "period.locked" | "period.not_open" | "refund.too_early";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "refund.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listReturns: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                state?: "announced" | "received" | "closed" | "cancelled";
                awaits?: "receive" | "refund";
                orderId?: string;
                customerId?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReturnResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "return.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    cancelReturn: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "El cliente se lo queda"
                 *     }
                 */
                "application/json": components["schemas"]["CancelReturn"];
            };
        };
        responses: {
            /** @description Done, or what would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "return.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "return.state";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    receiveReturn: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "line": 1,
                 *           "quantity": "1",
                 *           "disposition": "restock"
                 *         }
                 *       ],
                 *       "closes": true
                 *     }
                 */
                "application/json": components["schemas"]["ReceiveReturn"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnReceiptView"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReturnReceiptView"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "return.line";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "return.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "credit.too_much" | "credit_note.too_early" | "period.closed" | "period.locked" | "period.not_open" | "return.state" | "return.too_early" | "return.too_long" | "return.too_much";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    refundReturn: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                returnId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "method": "bank"
                 *     }
                 */
                "application/json": components["schemas"]["RefundReturn"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReturnResult"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReturnResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "return.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "period.closed" | "period.locked" | "period.not_open" | "refund.too_early" | "return.nothing_to_refund" | "return.refund_too_much" | "return.same_person";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    searchAll: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "company.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    putSharedViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 0,
                 *       "views": {
                 *         "orders": [
                 *           {
                 *             "name": "Por enviar",
                 *             "search": {
                 *               "status": "placed",
                 *               "sort": "-gross"
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PutSharedViews"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedViews"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "input.invalid" | "view.same_name";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "preferences.changed" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large" | "preferences.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                warehouse?: components["schemas"]["WarehouseCode"];
                q?: string;
                short?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listAdjustments: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                order?: "asc" | "desc";
                from?: components["schemas"]["BusinessDate"];
                to?: components["schemas"]["BusinessDate"];
                q?: string;
                itemId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdjustmentPage"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "cursor.invalid" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    adjustStock: {
        parameters: {
            query?: {
                /** @description True: shows what would happen, and does nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "itemId": "itm_01JDG8ZK5T7QWERTY2MNPQRSTV",
                 *       "quantity": "-2",
                 *       "reason": "damage",
                 *       "note": "Rotas en el traslado"
                 *     }
                 */
                "application/json": components["schemas"]["AdjustmentInput"];
            };
        };
        responses: {
            /** @description What would be done (dry run) */
            200: {
                headers: {
                    /** @description Nothing was done */
                    "x-dry-run"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "adjustment.cost" | "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "item.not_found" | "warehouse.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            /** @description A rule of the business refuses it in the present state */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "item.not_stocked" | "period.closed" | "period.locked" | "period.not_open" | "stock.not_available";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getStockValuation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetStockValuationResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetStockResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid" | "item.not_found";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Not there for this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "item.not_found";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listTaxCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTaxCodesResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                date?: components["schemas"]["BusinessDate"];
                from?: components["schemas"]["BusinessDate"];
                consistent?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid" | "range.backwards";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "balances.behind";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    listWarehouses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWarehousesResult"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
    createWarehouse: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Any text of your own that is new for each new request, such as a UUID. The same key with the same body gets the first answer, however much later; with another body, 409.
                 * @example 6f1c9c3e-0b1e-4f5b-9a53-1d2f5f0f8f0a
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "getafe",
                 *       "name": "Almacén de Getafe"
                 *     }
                 */
                "application/json": components["schemas"]["WarehouseInput"];
            };
        };
        responses: {
            /** @description Done: what it made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Warehouse"];
                };
            };
            /** @description The request is not valid: `field` and `faults` name what is wrong */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "amount.too_large" | "body.content_type" | "body.duplicate_key" | "body.malformed" | "body.too_deep" | "idempotency.key_invalid" | "idempotency.key_missing" | "input.invalid";
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The roles in the token do not allow it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "role.not_allowed" | "token.no_company";
                    };
                };
            };
            /** @description Somebody else was there first, or the Idempotency-Key was used for another request */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency.key_reused" | "warehouse.exists" | "write.contention";
                    };
                };
            };
            /** @description Larger than a request or a record may be */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "body.too_large" | "document.too_large";
                    };
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description Not available at the moment: send the same request again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayMessage"];
                };
            };
        };
    };
}

"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { Choice } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { editArticleAction } from "#lib/articles/actions.ts";
import type { ArticleDisplay } from "#lib/articles/values.ts";
import { type ArticleFacts, ArticleFields } from "./article-fields.tsx";
import { PlanningFields } from "./planning-fields.tsx";

/** Changes what is known of an article; its text stays. */
export function EditArticleForm({
  memberId,
  article,
  languages,
  canChooseDisplay,
  canPlan,
}: {
  memberId: string;
  article: ArticleFacts &
    ComponentProps<typeof PlanningFields>["article"] & {
      id: string;
      version: number;
      display: ArticleDisplay;
    };
  languages: readonly Choice[];
  canChooseDisplay: boolean;
  canPlan: boolean;
}) {
  const { articles, common } = useWords();
  const words = articles.form;
  const router = useRouter();
  const toast = useToast();
  const href = `/desk/articles/${article.id}`;
  return (
    <ActionForm
      action={editArticleAction}
      draftKey={`${memberId}:article:${article.id}`}
      onDone={() => {
        toast({ title: words.detailsSaved });
        router.push(href);
      }}
      className="space-y-5"
    >
      <input type="hidden" name="articleId" value={article.id} />
      <input type="hidden" name="version" value={article.version} />
      <ArticleFields initial={article} languages={languages} />
      {canChooseDisplay && (
        <RadioCards
          name="display"
          label={words.display}
          defaultValue={article.display}
          options={[
            { value: "excerpts", label: words.excerpts, description: words.excerptsHint },
            { value: "full", label: words.full, description: words.fullHint },
          ]}
        />
      )}
      {canPlan && <PlanningFields article={article} />}
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton>{words.saveDetails}</SubmitButton>
        <LinkButton href={href} variant="quiet">
          {common.cancel}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

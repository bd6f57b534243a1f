import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';
import { useToast } from '@nuxt/ui/composables/useToast';
import type { BaselineDto } from '#contracts/baselines.dto.ts';
import { baselinesApi, type BaselineSaying } from '../../api/baselines.ts';

const STALE = [['metrics'], ['baselines']];

/** What was said of the baselines of a metric, what can be said, and how either is undone. */
export function useBaselines(metric: () => string) {
  const { t } = useI18n();
  const toast = useToast();
  const queries = useQueryClient();
  const onSettled = () => Promise.all(STALE.map((queryKey) => queries.invalidateQueries({ queryKey })));

  const told = useQuery({
    queryKey: ['baselines', metric()],
    queryFn: ({ signal }) => baselinesApi.list(metric(), signal),
  });
  const say = useMutation({
    mutationFn: (saying: BaselineSaying) => baselinesApi.say(saying),
    onSuccess: ({ id }) => offerUndo(t('baselines.said'), () => takeBack.mutate(id)),
    onSettled,
  });
  const takeBack = useMutation({ mutationFn: (id: string) => baselinesApi.takeBack(id), onSettled });

  function offerUndo(title: string, undo: () => void): void {
    const action = { label: t('baselines.undo'), color: 'neutral', variant: 'outline', onClick: undo } as const;
    toast.add({ title, icon: 'i-lucide-check', color: 'primary', actions: [action] });
  }

  /** Taken back it can be said again, in the same words. */
  function withdraw({ id, metric: code, where, kind, from, to, note }: BaselineDto): void {
    const again = { metric: code, where, kind, from, ...(to !== null && { to }), note };
    takeBack.mutate(id, { onSuccess: () => offerUndo(t('baselines.takenBack'), () => say.mutate(again)) });
  }

  return { told, say, takeBack, withdraw };
}
